/** Simulated observers: what they answer by, and the places of a space in which they differ. */
@NullMarked
package org.aepsych.core.adaptive.simulation.observer;

import org.jspecify.annotations.NullMarked;
