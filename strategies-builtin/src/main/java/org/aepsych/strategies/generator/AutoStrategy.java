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
import org.aepsych.strategies.model.ChosenModel;
import org.aepsych.strategies.sobol.SobolSequence;
import org.aepsych.strategies.space.PresentationCube;

/** Explores, then looks for the threshold. */
final class AutoStrategy implements Strategy, ModelQueries {
    private final StrategyContext context;
    private final Plan plan;
    private final Belief belief;

    AutoStrategy(StrategyContext context, Plan plan, Learnt learnt) {
        this.context = context;
        this.plan = plan;
        belief = new Belief(context, plan.model, new Belief.Schedule(1, Integer.MAX_VALUE), learnt);
    }

    /**
     * What the number of dimensions decides.
     *
     * @param model of the responses
     * @param acquisitionName AEPsych's name of the acquisition function
     * @param acquisition what a trial is worth
     * @param search how the best trial is looked for
     * @param exploration fills the space
     * @param initial how many trials explore
     */
    record Plan(
            ChosenModel model,
            String acquisitionName,
            AcquisitionFunction acquisition,
            Search search,
            SobolSequence exploration,
            int initial) {}

    @Override
    public Proposal ask(AskRequest request) {
        PresentationCube whole = belief.cube();
        PresentationCube held = whole.holding(request.fixed());
        RandomGenerator random = context.random(request.round());
        List<Presentation> presentations = new ArrayList<>();
        List<double[]> pending = new ArrayList<>();
        boolean modelled = false;
        for (int i = 0; i < request.points(); i++) {
            int number = belief.learnt().asks() + i;
            if (explores(number)) {
                presentations.add(held.presentation(plan.exploration.point(number)));
                continue;
            }
            modelled = true;
            List<double[]> seen = new ArrayList<>(belief.seen());
            seen.addAll(pending);
            double[] best = plan.search.best(
                    new SearchTask(held, whole, belief.posteriorAfter(0, pending), seen, plan.acquisition, random));
            presentations.add(held.presentation(best));
            pending.add(held.model(best));
        }
        return new Proposal(
                presentations, modelled ? belief.memory() : belief.learnt().memory());
    }

    private boolean explores(int number) {
        return number < plan.initial || belief.learnt().trials().size() < plan.initial || !bothAnswered();
    }

    private boolean bothAnswered() {
        return belief.learnt().trials().stream()
                        .map(trial -> trial.outcomes().get(0))
                        .distinct()
                        .count()
                > 1;
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
        return Optional.of(plan.model.name());
    }

    @Override
    public Optional<String> acquisitionName() {
        return Optional.of(plan.acquisitionName);
    }

    @Override
    public List<Prediction> predict(List<Stimulus> stimuli) {
        return belief.predict(0, stimuli);
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
