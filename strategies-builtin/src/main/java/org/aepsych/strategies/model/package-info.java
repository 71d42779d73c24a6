/** The models of responses that experiment files name, with their options. */
@NullMarked
package org.aepsych.strategies.model;

import org.jspecify.annotations.NullMarked;
