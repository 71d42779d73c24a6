package org.aepsych.core.adaptive.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.design.FinishCriteria;
import org.aepsych.core.adaptive.design.StepDesign;

/** A step of the sequence at work: its strategy, and what decides whether it is finished. */
public final class StepRun {
    private final ExperimentDesign design;
    private final StepDesign step;
    private final Strategy strategy;
    private final List<Observation> seeds;
    private int asked;
    private int handedOut;
    private boolean declaredFinished;

    private StepRun(ExperimentDesign design, StepDesign step, Strategy strategy, List<Observation> seeds) {
        this.design = design;
        this.step = step;
        this.strategy = strategy;
        this.seeds = List.copyOf(seeds);
    }

    /**
     * Begins a step.
     *
     * @param design the experiment
     * @param index 0-based step
     * @param seed the session's seed
     * @param seeds what is known from other sessions
     * @param observations everything observed in the steps before
     * @return the step, which has been asked nothing
     */
    static StepRun begin(
            ExperimentDesign design, int index, long seed, List<Observation> seeds, List<Observation> observations) {
        StepRun run = new StepRun(design, design.steps().get(index), design.strategy(index, seed), seeds);
        seeds.forEach(run::tell);
        observations.forEach(run::tell);
        return run;
    }

    /** Returns a step that goes on from a moment of another. */
    static StepRun of(ExperimentDesign design, long seed, FrozenSession.FrozenStep frozen) {
        StepRun run = new StepRun(
                design,
                design.steps().get(frozen.index()),
                design.strategy(frozen.index(), seed, frozen.state()),
                frozen.seeds());
        run.asked = frozen.asked();
        run.handedOut = frozen.handedOut();
        run.declaredFinished = frozen.declaredFinished();
        return run;
    }

    FrozenSession.FrozenStep freeze() {
        return new FrozenSession.FrozenStep(
                step.index(), guarded(strategy::state), seeds, asked, handedOut, declaredFinished);
    }

    /**
     * Returns what the file says of the step.
     *
     * @return never changes
     */
    public StepDesign step() {
        return step;
    }

    Strategy strategy() {
        return strategy;
    }

    /** Tells whether something is known from other sessions. */
    boolean seeded() {
        return !seeds.isEmpty();
    }

    /**
     * Returns how many observations of other sessions the step knows.
     *
     * @return from 0
     */
    public int seeds() {
        return seeds.size();
    }

    boolean last() {
        return step.index() == design.steps().size() - 1;
    }

    /**
     * Returns the model that the strategy has.
     *
     * @return empty if it has none
     */
    public Optional<ModelQueries> model() {
        return strategy instanceof ModelQueries queries && queries.modelName().isPresent()
                ? Optional.of(queries)
                : Optional.empty();
    }

    Proposal ask(AskRequest request) {
        Proposal proposal = guarded(() -> strategy.ask(request));
        ParameterSpace space = design.space();
        List<Presentation> presentations = proposal.presentations();
        boolean fits = presentations.size() <= request.points()
                && presentations.stream()
                        .allMatch(p -> p.stimuli().size() == design.stimuliPerTrial()
                                && p.stimuli().stream().allMatch(s -> s.values().size() == space.size()));
        if (!fits) {
            throw failed("proposed " + presentations + " where " + request.points() + " presentations of "
                    + design.stimuliPerTrial() + " stimuli with the values of " + space.names() + " were asked for");
        }
        return proposal;
    }

    void asked(AskRequest request, Proposal proposal) {
        guarded(() -> {
            strategy.asked(request, proposal);
            return true;
        });
        asked += request.points();
        handedOut += proposal.presentations().size();
    }

    void tell(Observation observation) {
        guarded(() -> {
            strategy.tell(observation);
            return true;
        });
    }

    void declareFinished() {
        declaredFinished = true;
    }

    /**
     * Tells whether a client has declared the step finished.
     *
     * @return the next ask moves on then, if there is a next step
     */
    public boolean declaredFinished() {
        return declaredFinished;
    }

    /**
     * Tells whether the step is finished. The order of the tests is AEPsych's.
     *
     * @param observations everything observed in the session
     * @param moreAsked points of an ask that is being decided
     * @param moreHandedOut presentations that the ask will hand out
     * @return true if the next ask should come from the next step
     */
    boolean finished(List<Observation> observations, int moreAsked, int moreHandedOut) {
        FinishCriteria criteria = step.criteria();
        if (declaredFinished) {
            return true;
        }
        if (criteria.indefinite() || (observations.isEmpty() && seeds.isEmpty())) {
            return false;
        }
        OptionalInt limit = guarded(strategy::limit);
        OptionalInt most = criteria.maxAsks().isPresent() ? criteria.maxAsks() : limit;
        if (most.isPresent() && asked + moreAsked >= most.getAsInt()) {
            return true;
        }
        boolean exhausted =
                guarded(strategy::exhausted) || (limit.isPresent() && handedOut + moreHandedOut >= limit.getAsInt());
        if (exhausted || limit.isPresent()) {
            return exhausted;
        }
        return asked + moreAsked >= criteria.minAsks()
                && told(observations) >= criteria.minTells()
                && occurrencesMet(observations)
                && rangeMet();
    }

    /** What is known from other sessions counts from the session's own first observation on, as it does in AEPsych. */
    private int told(List<Observation> observations) {
        return observations.isEmpty() ? 0 : observations.size() + seeds.size();
    }

    private boolean occurrencesMet(List<Observation> observations) {
        if (!design.outcomeTypes().contains(OutcomeType.BINARY)) {
            return true;
        }
        long ones = count(observations, 1) + count(seeds, 1);
        long zeros = count(observations, 0) + count(seeds, 0);
        return Math.min(ones, zeros) >= step.criteria().minOccurrences();
    }

    private static long count(List<Observation> observations, double outcome) {
        return observations.stream()
                .flatMap(observation -> observation.outcomes().stream())
                .filter(value -> value == outcome)
                .count();
    }

    private boolean rangeMet() {
        Optional<Double> least = step.criteria().minPostRange();
        return least.isEmpty()
                || model().map(model -> guarded(() -> PosteriorRange.of(model, design)) >= least.get())
                        .orElse(false);
    }

    private <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (AepsychException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new AepsychException(StandardError.PLUGIN_INVALID, sentence("failed: " + e), e);
        }
    }

    private AepsychException failed(String what) {
        return new AepsychException(StandardError.PLUGIN_INVALID, sentence(what));
    }

    private String sentence(String what) {
        return "strategy " + step.factory().name() + " of step " + step.name() + " " + what;
    }
}
