package org.aepsych.strategies.model;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.gp.ChosenByEvidence;
import org.aepsych.strategies.gp.GpModel;
import org.aepsych.strategies.kernel.PriorSet;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.outcome.Link;

/**
 * The model for those who do not want to choose: a model of binary outcomes in which answers can have any probability,
 * until there is positive evidence that the participant is right by chance in half of the trials.
 */
public final class AutoModel {
    private static final double GUESSED = 0.5;

    /**
     * Positive evidence against a participant who does not guess: a Bayes factor of e² (R. Kass and A. Raftery, Bayes factors,
     * Journal of the American Statistical Association 90, 1995, section 3.2). Without it, the few trials of the beginning
     * decide by chance.
     */
    private static final double POSITIVE_EVIDENCE = 2;

    private AutoModel() {}

    /**
     * Makes the model.
     *
     * @param context of the strategy
     * @param target the response probability that is sought; at or below that of guessing, nobody is taken to guess
     * @return the model
     */
    public static ChosenModel of(StrategyContext context, double target) {
        StimulusSpace space = ModelSpace.of(context).stimulus();
        PriorSet priors = PriorSet.scaled(space.dimension());
        List<GpModel> models = new ArrayList<>();
        models.add(Models.classification(space, priors, Link.probit(0)));
        if (target > GUESSED) {
            models.add(Models.classification(space, priors, Link.probit(GUESSED)));
        }
        return new ChosenModel("GPClassificationModel", List.of(new ChosenByEvidence(models, POSITIVE_EVIDENCE)));
    }
}
