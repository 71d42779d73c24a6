package org.aepsych.core.adaptive.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.event.BrowserRequest;
import org.aepsych.core.adaptive.event.Refusals;
import org.aepsych.core.adaptive.event.Tell;
import org.aepsych.core.adaptive.event.Trial;
import org.aepsych.core.json.Json;

/** A session that has been set up. What is recorded changes it; deciding does not. */
public final class Session {
    private final ExperimentDesign design;
    private final AdaptiveEvent.Setup setup;
    private final List<Observation> observations = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();
    private StepRun current;
    private int asks;
    private boolean awaited;
    private Optional<Presentation> pending = Optional.empty();
    private boolean ended;

    Session(ExperimentDesign design, AdaptiveEvent.Setup setup) {
        this.design = design;
        this.setup = setup;
        this.current = begin(0);
    }

    private Session(FrozenSession frozen) {
        design = frozen.design();
        setup = frozen.setup();
        observations.addAll(frozen.observations());
        current = StepRun.of(design, setup.seed(), frozen.step());
        asks = frozen.asks();
        awaited = true;
    }

    /** Returns a session that goes on from a moment of another. */
    static Session of(FrozenSession frozen) {
        return new Session(frozen);
    }

    /**
     * Returns this moment, to go on from it elsewhere.
     *
     * @return does not change when the session goes on
     * @throws org.aepsych.api.AepsychException {@code PLUGIN_INVALID} if the strategy fails
     */
    public FrozenSession freeze() {
        return new FrozenSession(design, setup, observations, asks, current.freeze());
    }

    private StepRun begin(int step) {
        return StepRun.begin(design, step, setup.seed(), setup.warmStart().until(step), observations);
    }

    /**
     * Returns what the experiment file says.
     *
     * @return never changes
     */
    public ExperimentDesign design() {
        return design;
    }

    /**
     * Returns how the session began.
     *
     * @return the first event of its log
     */
    public AdaptiveEvent.Setup setup() {
        return setup;
    }

    /**
     * Returns the step at work.
     *
     * @return changes as the session goes on
     */
    public StepRun current() {
        return current;
    }

    /**
     * Returns how many asks there were.
     *
     * @return from 0
     */
    public int asks() {
        return asks;
    }

    /**
     * Returns what strategies learned of in this session.
     *
     * @return in order; grows as the session goes on
     */
    public List<Observation> observations() {
        return Collections.unmodifiableList(observations);
    }

    /**
     * Returns what was told.
     *
     * @return in order, with trials that were only to be recorded; grows as the session goes on
     */
    public List<Trial> trials() {
        return Collections.unmodifiableList(trials);
    }

    /**
     * Tells whether the last step is finished; asks are still answered then.
     *
     * @return true if the session has come to its end
     */
    public boolean finished() {
        return current.last() && current.finished(observations, 0, 0);
    }

    /**
     * Tells whether the client has said goodbye and not come back.
     *
     * @return false from the next ask or tell on
     */
    public boolean ended() {
        return ended;
    }

    /**
     * Tells whether a client may come back for more: to ask, or to tell what came of the last ask.
     *
     * @return false also for browsers' sessions
     */
    public boolean goesOn() {
        return !ended && !BrowserRequest.isOne(setup.request()) && (awaited || !finished());
    }

    /**
     * Returns what was asked for last.
     *
     * @return empty once it is told of
     */
    public Optional<Presentation> pending() {
        return pending;
    }

    /**
     * Decides an ask: first whether to move on to the next step, then what to present.
     *
     * @param request what the client sent
     * @param points how many presentations are wanted, from 0
     * @param fixed values at which parameters are held
     * @return what is to be recorded
     * @throws org.aepsych.api.AepsychException {@link org.aepsych.core.adaptive.event.AdaptiveError#NOT_READY} if the
     *     next step would begin without data; {@code PLUGIN_INVALID} if the strategy fails
     */
    public AdaptiveEvent.Ask decideAsk(Json.Obj request, int points, Map<String, Value> fixed) {
        StepRun run = current;
        if (!run.last() && run.finished(observations, 0, 0)) {
            if (observations.isEmpty() && !run.seeded()) {
                throw Refusals.notReady("Cannot initialize next strategy; no data has been given!");
            }
            run = begin(run.step().index() + 1);
        }
        Proposal proposal = points == 0 ? Proposal.of(List.of()) : run.ask(new AskRequest(asks, points, fixed));
        boolean finished = run.last()
                && run.finished(observations, points, proposal.presentations().size());
        return new AdaptiveEvent.Ask(request, run.step().index(), asks, points, fixed, proposal, finished, false);
    }

    /**
     * Returns the record of an ask that another program answered. It moves on as an ask does.
     *
     * @param request what the client sent
     * @param points how many presentations were wanted, from 0
     * @param presented what is known to have been presented
     * @return what is to be recorded
     */
    public AdaptiveEvent.Ask foreignAsk(Json.Obj request, int points, List<Presentation> presented) {
        boolean moves = !current.last() && current.finished(observations, 0, 0) && !observations.isEmpty();
        StepRun run = moves ? begin(current.step().index() + 1) : current;
        boolean finished = run.last() && run.finished(observations, points, presented.size());
        return new AdaptiveEvent.Ask(
                request, run.step().index(), asks, points, Map.of(), Proposal.of(presented), finished, true);
    }

    void apply(AdaptiveEvent.Ask ask) {
        if (ask.step() != current.step().index()) {
            current = begin(ask.step());
        }
        if (ask.points() > 0) {
            current.asked(new AskRequest(ask.round(), ask.points(), ask.fixed()), ask.proposal());
        }
        asks++;
        pending = ask.proposal().presentations().stream().findFirst();
        awaited = true;
        ended = false;
    }

    /**
     * A tell was recorded.
     *
     * @param tell what it says
     */
    public void apply(Tell tell) {
        for (Trial trial : tell.trials()) {
            trials.add(trial);
            trial.observation().ifPresent(observation -> {
                current.tell(observation);
                observations.add(observation);
            });
        }
        awaited = false;
        pending = Optional.empty();
        ended = false;
    }

    void apply(AdaptiveEvent.FinishStrategy finish) {
        if (finish.step() == current.step().index()) {
            current.declareFinished();
        }
    }

    void resume() {
        ended = false;
    }

    void end() {
        ended = true;
    }
}
