/** How outcomes depend on a latent function: links and likelihoods. */
@NullMarked
package org.aepsych.strategies.outcome;

import org.jspecify.annotations.NullMarked;
