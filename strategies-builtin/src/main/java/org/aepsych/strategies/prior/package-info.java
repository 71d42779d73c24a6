/** Hyper-parameters of models, and what is believed about them before anything is observed. */
@NullMarked
package org.aepsych.strategies.prior;

import org.jspecify.annotations.NullMarked;
