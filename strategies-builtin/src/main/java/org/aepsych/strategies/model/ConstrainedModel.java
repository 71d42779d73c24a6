package org.aepsych.strategies.model;

import java.util.List;
import org.aepsych.strategies.gp.Model;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.TrainingSet;

/**
 * A model with soft constraints: places where the latent function is believed to have a value before anything is observed.
 * Immutable.
 */
final class ConstrainedModel implements Model {
    private final Model model;
    private final SoftConstraints constraints;

    ConstrainedModel(Model model, SoftConstraints constraints) {
        this.model = model;
        this.constraints = constraints;
    }

    @Override
    public List<Double> fit(TrainingSet data) {
        // Where hyper-parameters start says nothing yet about what the constraints ask for.
        return data.trials() == 0 ? model.fit(data) : model.fit(constraints.added(data));
    }

    @Override
    public List<Double> fit(TrainingSet data, List<Double> from) {
        return data.trials() == 0 ? from : model.fit(constraints.added(data), from);
    }

    @Override
    public List<Double> refit(TrainingSet data, List<Double> from) {
        return data.trials() == 0 ? from : model.refit(constraints.added(data), from);
    }

    @Override
    public Posterior posterior(TrainingSet data, List<Double> hyperparameters) {
        return model.posterior(constraints.added(data), hyperparameters);
    }

    @Override
    public int size() {
        return model.size();
    }

    @Override
    public int levels() {
        return model.levels();
    }
}
