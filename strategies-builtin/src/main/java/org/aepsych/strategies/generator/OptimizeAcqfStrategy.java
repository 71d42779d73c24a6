package org.aepsych.strategies.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.acquisition.AcquisitionFunction;
import org.aepsych.strategies.model.ChosenModel;
import org.aepsych.strategies.space.PresentationCube;

/** Presents what an acquisition function values most under a model of the responses so far. */
final class OptimizeAcqfStrategy implements Strategy, ModelQueries {
    private final StrategyContext context;
    private final Settings settings;
    private final Belief belief;

    OptimizeAcqfStrategy(StrategyContext context, Settings settings, Learnt learnt) {
        this.context = context;
        this.settings = settings;
        belief = new Belief(context, settings.model(), settings.schedule(), learnt);
    }

    @Override
    public Proposal ask(AskRequest request) {
        PresentationCube whole = belief.cube();
        PresentationCube held = whole.holding(request.fixed());
        RandomGenerator random = context.random(request.round());
        List<Presentation> presentations = new ArrayList<>();
        List<double[]> pending = new ArrayList<>();
        for (int i = 0; i < request.points(); i++) {
            List<double[]> seen = new ArrayList<>(belief.seen());
            seen.addAll(pending);
            double[] best = settings.search()
                    .best(new SearchTask(
                            held, whole, belief.posteriorAfter(0, pending), seen, settings.acquisition(), random));
            presentations.add(held.presentation(best));
            pending.add(held.model(best));
        }
        return new Proposal(presentations, belief.memory());
    }

    @Override
    public void asked(AskRequest request, Proposal proposal) {
        belief.asked(request.points(), proposal.memory());
    }

    @Override
    public void tell(Observation observation) {
        belief.tell(observation);
    }

    @Override
    public Learnt state() {
        return belief.learnt();
    }

    @Override
    public Optional<String> modelName() {
        return Optional.of(settings.model().name());
    }

    @Override
    public Optional<String> acquisitionName() {
        return Optional.of(settings.acquisitionName());
    }

    @Override
    public List<Prediction> predict(List<Stimulus> stimuli) {
        return belief.predict(stimuli);
    }

    @Override
    public OptionalDouble latent(double probability) {
        return belief.latent(probability);
    }

    /**
     * What the experiment file decides.
     *
     * @param model of the responses
     * @param schedule when it is fitted, and to what
     * @param acquisitionName as the file gave it
     * @param acquisition what a trial is worth
     * @param search how the best trial is looked for
     */
    record Settings(
            ChosenModel model,
            Belief.Schedule schedule,
            String acquisitionName,
            AcquisitionFunction acquisition,
            Search search) {}
}
