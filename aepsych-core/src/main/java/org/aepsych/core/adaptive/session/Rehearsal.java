package org.aepsych.core.adaptive.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.core.adaptive.design.DesignReader;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.event.AdaptiveError;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.event.Refusals;
import org.aepsych.core.adaptive.event.Tell;
import org.aepsych.core.adaptive.event.Trial;
import org.aepsych.core.adaptive.event.WarmStart;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.json.Json;
import org.aepsych.core.plugin.Extensions;

/**
 * A session in memory that leaves no trace, for simulations: the same strategies in the same sequence, deciding the same as
 * in a session that is recorded. Not thread-safe.
 */
public final class Rehearsal {
    private static final Json.Obj NO_REQUEST = Json.Obj.empty();

    private final Session session;

    private Rehearsal(Session session) {
        this.session = session;
    }

    /**
     * Begins a session.
     *
     * @param file the experiment file; its own seed does not count
     * @param extensions what the file may name
     * @param seed all randomness follows from it
     * @return a session in which nothing has happened
     * @throws org.aepsych.api.config.ConfigException with everything that is wrong with the file
     */
    public static Rehearsal of(ExperimentFile file, Extensions extensions, long seed) {
        ExperimentDesign design = DesignReader.read(file, extensions);
        AdaptiveEvent.Setup setup = new AdaptiveEvent.Setup(
                NO_REQUEST, file.text(), seed, "rehearsal", "nobody", WarmStart.NONE, Optional.empty());
        return new Rehearsal(new Session(design, setup));
    }

    /**
     * Returns the parameters.
     *
     * @return the space of the stimuli
     */
    public ParameterSpace space() {
        return session.design().space();
    }

    /**
     * Returns how many stimuli a trial shows.
     *
     * @return 1, or 2 to compare
     */
    public int stimuliPerTrial() {
        return session.design().stimuliPerTrial();
    }

    /**
     * Returns the outcomes of a trial.
     *
     * @return one type for each
     */
    public List<OutcomeType> outcomeTypes() {
        return session.design().outcomeTypes();
    }

    /**
     * Returns what the outcomes are called.
     *
     * @return one name for each
     */
    public List<String> outcomeNames() {
        return session.design().outcomeNames();
    }

    /**
     * Returns the name of the step at work.
     *
     * @return as in {@code strategy_names}
     */
    public String step() {
        return session.current().step().name();
    }

    /**
     * Asks what to present next.
     *
     * @return what is to be presented
     * @throws org.aepsych.api.AepsychException {@link AdaptiveError#NOT_READY} if the strategy has run out of presentations
     */
    public Presentation ask() {
        AdaptiveEvent.Ask ask = session.decideAsk(NO_REQUEST, 1, Map.of());
        session.apply(ask);
        if (ask.proposal().presentations().isEmpty()) {
            throw Refusals.notReady("step " + step() + " has nothing more to present");
        }
        return ask.proposal().presentations().get(0);
    }

    /**
     * Tells what came of a presentation.
     *
     * @param presentation what was presented
     * @param outcomes one number each
     */
    public void tell(Presentation presentation, List<Double> outcomes) {
        Trial trial = new Trial(List.of(), List.of(), Optional.of(new Observation(presentation, outcomes)));
        session.apply(new Tell(List.of(trial), true, "{}"));
    }

    /**
     * Tells whether the last step is finished; asks are still answered then.
     *
     * @return true if the session has come to its end
     */
    public boolean finished() {
        return session.finished();
    }

    /**
     * Returns the model of the step at work.
     *
     * @return empty if it has none
     */
    public Optional<ModelQueries> model() {
        return session.current().model();
    }
}
