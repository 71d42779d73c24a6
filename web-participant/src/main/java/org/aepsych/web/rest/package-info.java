/** The JSON interface for programs that do an administrator's work, with tokens that say what they may. */
@NullMarked
package org.aepsych.web.rest;

import org.jspecify.annotations.NullMarked;
