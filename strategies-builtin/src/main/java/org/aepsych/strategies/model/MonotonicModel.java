package org.aepsych.strategies.model;

import java.util.List;
import org.aepsych.strategies.gp.Model;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.TrainingSet;

/** A model whose posterior is made to rise along some dimensions. Immutable. */
final class MonotonicModel implements Model {
    private final Model model;
    private final MonotonicProjection projection;

    MonotonicModel(Model model, MonotonicProjection projection) {
        this.model = model;
        this.projection = projection;
    }

    @Override
    public List<Double> fit(TrainingSet data) {
        return model.fit(data);
    }

    @Override
    public List<Double> fit(TrainingSet data, List<Double> from) {
        return model.fit(data, from);
    }

    @Override
    public List<Double> refit(TrainingSet data, List<Double> from) {
        return model.refit(data, from);
    }

    @Override
    public Posterior posterior(TrainingSet data, List<Double> hyperparameters) {
        return new MonotonicPosterior(model.posterior(data, hyperparameters), projection);
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
