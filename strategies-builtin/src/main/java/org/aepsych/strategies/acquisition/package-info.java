/** Acquisition functions: what a trial at a stimulus is worth. */
@NullMarked
package org.aepsych.strategies.acquisition;

import org.jspecify.annotations.NullMarked;
