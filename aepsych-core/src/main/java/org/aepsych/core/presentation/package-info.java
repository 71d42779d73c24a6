/** What an experiment file says of how its stimuli are presented in a browser: the section {@code [presentation]}. */
@NullMarked
package org.aepsych.core.presentation;

import org.jspecify.annotations.NullMarked;
