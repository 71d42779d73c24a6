package org.aepsych.strategies.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.ModelQueries.Difference;
import org.aepsych.api.strategy.ModelQueries.Estimate;
import org.aepsych.api.strategy.ModelQueries.Line;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.acquisition.AcquisitionFunction;
import org.aepsych.strategies.space.PresentationCube;

/** Presents what is worth most under a model of the responses so far, for one aim after the other. */
final class ModelBasedStrategy implements Strategy, ModelQueries {
    private final StrategyContext context;
    private final String modelName;
    private final Optional<String> acquisitionName;
    private final Belief belief;
    private final List<Aim> aims;

    ModelBasedStrategy(
            StrategyContext context,
            String modelName,
            Optional<String> acquisitionName,
            Belief belief,
            List<Aim> aims) {
        this.context = context;
        this.modelName = modelName;
        this.acquisitionName = acquisitionName;
        this.belief = belief;
        this.aims = List.copyOf(aims);
    }

    /**
     * What presentations are to be good for.
     *
     * @param outcome 0-based outcome that they are about
     * @param acquisition what a trial is worth
     * @param search how the best trial is looked for
     */
    record Aim(int outcome, AcquisitionFunction acquisition, Search search) {}

    @Override
    public Proposal ask(AskRequest request) {
        PresentationCube whole = belief.cube();
        PresentationCube held = whole.holding(request.fixed());
        RandomGenerator random = context.random(request.round());
        List<Presentation> presentations = new ArrayList<>();
        List<double[]> pending = new ArrayList<>();
        for (int i = 0; i < request.points(); i++) {
            Aim aim = aims.get((belief.learnt().asks() + i) % aims.size());
            List<double[]> seen = new ArrayList<>(belief.seen());
            seen.addAll(pending);
            double[] best = aim.search.best(new SearchTask(
                    held, whole, belief.posteriorAfter(aim.outcome, pending), seen, aim.acquisition, random));
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
        return Optional.of(modelName);
    }

    @Override
    public Optional<String> acquisitionName() {
        return acquisitionName;
    }

    @Override
    public List<Prediction> predict(List<Stimulus> stimuli) {
        return belief.predict(0, stimuli);
    }

    @Override
    public List<Prediction> predict(int outcome, List<Stimulus> stimuli) {
        return belief.predict(outcome, stimuli);
    }

    @Override
    public OptionalDouble latent(double probability) {
        return belief.latent(probability);
    }

    @Override
    public OptionalDouble expected(int outcome, double latent) {
        return belief.expected(outcome, latent);
    }

    @Override
    public Optional<Estimate> threshold(Line line, double target) {
        return belief.threshold(line, target);
    }

    @Override
    public Optional<Estimate> noticeableDifference(Line line, Difference difference) {
        return belief.noticeableDifference(line, difference);
    }
}
