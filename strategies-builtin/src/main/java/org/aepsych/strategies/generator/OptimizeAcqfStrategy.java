package org.aepsych.strategies.generator;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.acquisition.AcquisitionFunction;
import org.aepsych.strategies.gp.GpClassification;
import org.aepsych.strategies.gp.Hyperparameters;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.gp.TrainingSet;
import org.aepsych.strategies.space.PresentationCube;
import org.aepsych.strategies.space.UnitCube;
import org.jspecify.annotations.Nullable;

/**
 * Presents what an acquisition function values most under a model of the responses so far. The fit is a function of the
 * {@link Learnt} state alone; it is kept until the state changes, which changes no result.
 */
final class OptimizeAcqfStrategy implements Strategy, ModelQueries {
    private final StrategyContext context;
    private final Settings settings;
    private final UnitCube cube;
    private Learnt learnt;
    private @Nullable Fit fit;

    OptimizeAcqfStrategy(StrategyContext context, Settings settings, Learnt learnt) {
        this.context = context;
        this.settings = settings;
        this.learnt = learnt;
        cube = UnitCube.of(context.space());
    }

    @Override
    public Proposal ask(AskRequest request) {
        UnitCube held = cube.holding(request.fixed());
        Fit now = fit();
        double[] best = settings.search()
                .best(held, cube, now.posterior, settings.acquisition(), context.random(request.round()));
        // Its values depend on the response to the first point, so there is no second one.
        return new Proposal(
                List.of(new PresentationCube(held, 1).presentation(best)), now.hyperparameters.coordinates());
    }

    @Override
    public void asked(AskRequest request, Proposal proposal) {
        learnt = learnt.asked(request.points(), proposal.memory());
        if (fit != null && !fit.hyperparameters.coordinates().equals(proposal.memory())) {
            fit = null;
        }
    }

    @Override
    public void tell(Observation observation) {
        double outcome = observation.outcomes().get(0);
        if (outcome != 0 && outcome != 1) {
            throw new AepsychException(StandardError.INPUT_INVALID, "a binary outcome is 0 or 1, but is " + outcome);
        }
        double[] x = cube.model(observation.presentation().stimuli().get(0));
        learnt = learnt.told(Trial.of(x, outcome == 1));
        fit = null;
    }

    @Override
    public Learnt state() {
        return learnt;
    }

    @Override
    public Optional<String> modelName() {
        return Optional.of(settings.modelName());
    }

    @Override
    public Optional<String> acquisitionName() {
        return Optional.of(settings.acquisitionName());
    }

    @Override
    public List<Prediction> predict(List<Stimulus> stimuli) {
        if (learnt.trials().isEmpty()) {
            return List.of();
        }
        PosteriorPoint point = fit().posterior.newPoint();
        return stimuli.stream()
                .map(stimulus -> point.move(cube.model(stimulus)))
                .map(at -> new Prediction(at.mean(), at.variance(), at.probability()))
                .toList();
    }

    private Fit fit() {
        if (fit == null) {
            TrainingSet data = trainingSet();
            Hyperparameters hyperparameters = hyperparameters(data);
            fit = new Fit(hyperparameters, settings.model().posterior(data, hyperparameters));
        }
        return fit;
    }

    private Hyperparameters hyperparameters(TrainingSet data) {
        if (learnt.memory().isEmpty()) {
            return settings.model().fit(data);
        }
        Hyperparameters latest = new Hyperparameters(learnt.memory());
        if (learnt.current()) {
            return latest;
        }
        boolean cold = learnt.asks() % settings.refitEvery() == 0;
        return cold ? settings.model().fit(data) : settings.model().refit(data, latest);
    }

    private TrainingSet trainingSet() {
        List<Trial> trials = learnt.trials();
        int all = trials.size();
        List<Trial> recent = trials.subList(Math.max(0, all - settings.keepMostRecent()), all);
        double[][] x = new double[recent.size()][];
        boolean[] yes = new boolean[recent.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = recent.get(i).toArray();
            yes[i] = recent.get(i).yes();
        }
        return new TrainingSet(x, yes, cube.nominal());
    }

    /**
     * What the experiment file decides.
     *
     * @param modelName as the file gave it
     * @param model of the responses
     * @param acquisitionName as the file gave it
     * @param acquisition what a trial is worth
     * @param search how the best trial is looked for
     * @param refitEvery after how many asks hyper-parameters are fitted from scratch
     * @param keepMostRecent how many of the last trials the model sees
     */
    record Settings(
            String modelName,
            GpClassification model,
            String acquisitionName,
            AcquisitionFunction acquisition,
            CubeSearch search,
            int refitEvery,
            int keepMostRecent) {}

    private record Fit(Hyperparameters hyperparameters, Posterior posterior) {}
}
