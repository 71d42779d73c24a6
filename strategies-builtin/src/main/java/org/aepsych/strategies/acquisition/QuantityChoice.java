package org.aepsych.strategies.acquisition;

import java.util.Optional;
import org.aepsych.strategies.outcome.Likelihood;
import org.aepsych.strategies.outcome.Link;

/**
 * Which quantity a function is about; AEPsych calls it the objective.
 *
 * @param latent whether it is the latent value, whatever the outcomes
 * @param link the link between latent value and probability, if it is not the model's
 */
record QuantityChoice(boolean latent, Optional<Link> link) {
    /** The response probability under the model's link; without binary outcomes, the latent value. */
    static final QuantityChoice NATURAL = new QuantityChoice(false, Optional.empty());

    Quantity of(Likelihood likelihood, boolean binary) {
        if (latent || !binary) {
            return Quantity.LATENT;
        }
        return Quantity.probability(link.orElseGet(likelihood::link));
    }
}
