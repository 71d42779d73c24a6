/** Options of an experiment or server file: what exists, of which type, and what is wrong with a given text. */
@NullMarked
package org.aepsych.api.config;

import org.jspecify.annotations.NullMarked;
