package org.aepsych.core.adaptive.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.event.Tell;
import org.aepsych.core.adaptive.event.Trial;
import org.aepsych.core.adaptive.session.FrozenSession;
import org.aepsych.core.adaptive.session.Session;
import org.aepsych.core.json.Json;

/** The asks that may follow one stimulus: one for each likely answer. Thread-safe. */
final class Preparation {
    /** With more outcomes, too many answers are possible for any of them to be likely. */
    private static final int MOST_OUTCOMES = 2;

    private final FrozenSession session;
    private final List<Case> cases;
    private final Duration budget;
    private final Runnable onComputed;

    private Preparation(FrozenSession session, List<Case> cases, Duration budget, Runnable onComputed) {
        this.session = session;
        this.cases = cases;
        this.budget = budget;
        this.onComputed = onComputed;
    }

    /**
     * What was taken.
     *
     * @param ask the decision; empty if it has to be made
     * @param atOnce whether nobody had to wait for it
     */
    record Taken(Optional<AdaptiveEvent.Ask> ask, boolean atOnce) {}

    private enum Stage {
        WAITING,
        BEGUN,
        ABANDONED
    }

    private static final class Case {
        final Observation observation;
        final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
        final CompletableFuture<AdaptiveEvent.Ask> decision = new CompletableFuture<>();

        Case(Observation observation) {
            this.observation = observation;
        }

        void abandon() {
            stage.compareAndSet(Stage.WAITING, Stage.ABANDONED);
        }
    }

    static Preparation of(FrozenSession session, AdaptiveEvent.Ask ask, Duration budget, Runnable onComputed) {
        Presentation presentation = ask.proposal().presentations().get(0);
        List<Case> cases = answers(session.design().outcomeTypes()).stream()
                .map(outcomes -> new Case(new Observation(presentation, outcomes)))
                .toList();
        return new Preparation(session, cases, budget, onComputed);
    }

    private static List<List<Double>> answers(List<OutcomeType> types) {
        if (types.size() > MOST_OUTCOMES || types.stream().anyMatch(type -> type != OutcomeType.BINARY)) {
            return List.of();
        }
        List<List<Double>> answers = List.of(List.of());
        for (int i = 0; i < types.size(); i++) {
            List<List<Double>> longer = new ArrayList<>();
            for (List<Double> answer : answers) {
                for (double outcome : new double[] {1, 0}) {
                    List<Double> more = new ArrayList<>(answer);
                    more.add(outcome);
                    longer.add(more);
                }
            }
            answers = longer;
        }
        return answers;
    }

    /** Decides the asks, the likeliest answer's first, until the budget is spent. */
    void run() {
        long start = System.nanoTime();
        long longest = 0;
        for (Case one : likeliestFirst()) {
            long before = System.nanoTime();
            if (before - start + longest >= budget.toNanos()) {
                one.abandon();
            }
            if (one.stage.compareAndSet(Stage.WAITING, Stage.BEGUN)) {
                decide(one);
                longest = Math.max(longest, System.nanoTime() - before);
            }
        }
    }

    private void decide(Case one) {
        try {
            Session copy = session.thaw();
            copy.apply(new Tell(List.of(new Trial(List.of(), List.of(), Optional.of(one.observation))), true, "{}"));
            one.decision.complete(copy.decideAsk(Json.Obj.empty(), 1, Map.of()));
            onComputed.run();
        } catch (RuntimeException | Error e) {
            one.decision.completeExceptionally(e);
            throw e;
        }
    }

    private List<Case> likeliestFirst() {
        if (cases.size() != 2 || cases.stream().allMatch(one -> one.stage.get() != Stage.WAITING)) {
            return cases;
        }
        boolean unlikely = session.thaw().current().model().stream()
                .flatMap(model -> predictions(model).stream())
                .anyMatch(prediction -> prediction.probability() < 0.5);
        return unlikely ? List.of(cases.get(1), cases.get(0)) : cases;
    }

    private List<ModelQueries.Prediction> predictions(ModelQueries model) {
        Presentation presentation = cases.get(0).observation.presentation();
        return presentation.stimuli().size() == 1 ? model.predict(presentation.stimuli()) : List.of();
    }

    void abandon() {
        cases.forEach(Case::abandon);
    }

    /** Takes the decision for what a session has come to; all others are abandoned. */
    Taken take(Session now) {
        Optional<Case> found = cases.stream()
                .filter(one -> session.precedes(now, one.observation))
                .findFirst();
        abandon();
        if (found.isEmpty() || found.get().stage.get() != Stage.BEGUN) {
            return new Taken(Optional.empty(), true);
        }
        CompletableFuture<AdaptiveEvent.Ask> decision = found.get().decision;
        boolean atOnce = decision.isDone();
        try {
            return new Taken(Optional.of(decision.join()), atOnce);
        } catch (CompletionException e) {
            // Whoever asks is to be told what is wrong by the strategy itself.
            return new Taken(Optional.empty(), false);
        }
    }
}
