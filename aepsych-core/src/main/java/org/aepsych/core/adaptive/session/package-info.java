/**
 * A session of an adaptive experiment at work: its state, the strategy that decides, the questions its model answers, and
 * its lane.
 */
@NullMarked
package org.aepsych.core.adaptive.session;

import org.jspecify.annotations.NullMarked;
