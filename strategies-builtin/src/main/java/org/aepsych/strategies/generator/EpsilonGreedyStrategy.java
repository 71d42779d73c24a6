package org.aepsych.strategies.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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
import org.aepsych.strategies.space.PresentationCube;

/**
 * Explores with some probability, and leaves the rest to another strategy. The decision is a function of the round, so
 * what the other strategy takes note of is the same after a restart.
 */
final class EpsilonGreedyStrategy implements Strategy, ModelQueries {
    private final StrategyContext context;
    private final double epsilon;
    private final Strategy inner;

    EpsilonGreedyStrategy(StrategyContext context, double epsilon, Strategy inner) {
        this.context = context;
        this.epsilon = epsilon;
        this.inner = inner;
    }

    @Override
    public Proposal ask(AskRequest request) {
        RandomGenerator random = context.random(request.round());
        if (!explores(random)) {
            return inner.ask(request);
        }
        PresentationCube free =
                PresentationCube.of(context.space(), context.stimuliPerTrial()).holding(request.fixed());
        List<Presentation> presentations = new ArrayList<>();
        for (int i = 0; i < request.points(); i++) {
            presentations.add(free.presentation(random.doubles(free.dimension()).toArray()));
        }
        return Proposal.of(presentations);
    }

    private boolean explores(RandomGenerator random) {
        return random.nextDouble() < epsilon;
    }

    @Override
    public void asked(AskRequest request, Proposal proposal) {
        if (!explores(context.random(request.round()))) {
            inner.asked(request, proposal);
        }
    }

    @Override
    public void tell(Observation observation) {
        inner.tell(observation);
    }

    @Override
    public boolean exhausted() {
        return inner.exhausted();
    }

    @Override
    public OptionalInt limit() {
        return inner.limit();
    }

    @Override
    public Record state() {
        return inner.state();
    }

    @Override
    public Optional<String> modelName() {
        return inner instanceof ModelQueries queries ? queries.modelName() : Optional.empty();
    }

    @Override
    public Optional<String> acquisitionName() {
        return inner instanceof ModelQueries queries ? queries.acquisitionName() : Optional.empty();
    }

    @Override
    public List<Prediction> predict(List<Stimulus> stimuli) {
        return predict(0, stimuli);
    }

    @Override
    public List<Prediction> predict(int outcome, List<Stimulus> stimuli) {
        return inner instanceof ModelQueries queries ? queries.predict(outcome, stimuli) : List.of();
    }

    @Override
    public OptionalDouble latent(double probability) {
        return inner instanceof ModelQueries queries ? queries.latent(probability) : OptionalDouble.empty();
    }

    @Override
    public OptionalDouble expected(int outcome, double latent) {
        return inner instanceof ModelQueries queries ? queries.expected(outcome, latent) : OptionalDouble.empty();
    }

    @Override
    public Optional<Estimate> threshold(Line line, double target) {
        return inner instanceof ModelQueries queries ? queries.threshold(line, target) : Optional.empty();
    }

    @Override
    public Optional<Estimate> noticeableDifference(Line line, Difference difference) {
        return inner instanceof ModelQueries queries
                ? queries.noticeableDifference(line, difference)
                : Optional.empty();
    }
}
