/** Mean and covariance functions of latent functions, and the factories that experiment files name. */
@NullMarked
package org.aepsych.strategies.kernel;

import org.jspecify.annotations.NullMarked;
