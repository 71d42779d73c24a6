/** Adaptive experiments in participants' browsers: joining, trials, and the interface for pages of one's own. */
@NullMarked
package org.aepsych.web.presentation;

import org.jspecify.annotations.NullMarked;
