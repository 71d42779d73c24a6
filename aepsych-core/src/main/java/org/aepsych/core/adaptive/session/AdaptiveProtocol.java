package org.aepsych.core.adaptive.session;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.core.adaptive.design.AbsentStrategies;
import org.aepsych.core.adaptive.design.DesignReader;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.event.AdaptiveCodec;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.event.Tell;
import org.aepsych.core.adaptive.event.TellReader;
import org.aepsych.core.adaptive.event.Trial;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.engine.EventStamp;
import org.aepsych.core.engine.StreamProtocol;
import org.aepsych.core.json.Json;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.core.presentation.PresentationDesign;
import org.aepsych.core.presentation.PresentationReader;

/** How a session of an adaptive experiment works: setup, ask, tell. Thread-safe. */
public final class AdaptiveProtocol implements StreamProtocol<AdaptiveState, AdaptiveEvent> {
    private final Extensions extensions;
    private final AdaptiveCodec codec = new AdaptiveCodec();

    /**
     * A protocol whose files may name the given strategies.
     *
     * @param extensions what plugins contributed
     */
    @Inject
    public AdaptiveProtocol(Extensions extensions) {
        this.extensions = extensions;
    }

    /**
     * Reads a file that somebody has written, and looks for what they may not have meant.
     *
     * @param file the experiment file
     * @return what it says, with warnings
     * @throws org.aepsych.api.config.ConfigException with everything that is wrong
     */
    public DesignReader.Checked check(ExperimentFile file) {
        return DesignReader.check(file, extensions);
    }

    ExperimentDesign design(ExperimentFile file) {
        return DesignReader.read(file, extensions);
    }

    /**
     * Reads how an experiment is presented in browsers.
     *
     * @param design what the rest of its file says
     * @return empty if it is not
     * @throws org.aepsych.api.config.ConfigException with everything that is wrong
     */
    public Optional<PresentationDesign> presentation(ExperimentDesign design) {
        Map<String, OutcomeType> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < design.outcomeNames().size(); i++) {
            outcomes.put(design.outcomeNames().get(i), design.outcomeTypes().get(i));
        }
        return PresentationReader.read(design.file(), design.space(), outcomes, design.stimuliPerTrial(), extensions);
    }

    /** A session that took place in another program may have used strategies that are not here; it is read all the same. */
    ExperimentDesign design(AdaptiveEvent.Setup setup) {
        ExperimentFile file = ExperimentFile.parse(setup.config());
        return setup.origin().isPresent() ? foreignDesign(file) : design(file);
    }

    /**
     * Reads a file whose strategies need not be here, for sessions that nobody asks of any more.
     *
     * @param file the experiment file
     * @return what it says
     * @throws org.aepsych.api.config.ConfigException with everything that is wrong
     */
    public ExperimentDesign foreignDesign(ExperimentFile file) {
        return DesignReader.readForeign(file, AbsentStrategies.tolerated(extensions, file.modern()));
    }

    @Override
    public Protocol kind() {
        return Protocol.ADAPTIVE;
    }

    @Override
    public AdaptiveState initial(StreamId stream) {
        return new AdaptiveState(stream, Optional.empty());
    }

    @Override
    public AdaptiveState apply(AdaptiveState state, RecordedEvent recorded, AdaptiveEvent event) {
        if (event instanceof AdaptiveEvent.Setup setup) {
            return state.with(new Session(design(setup), setup)).at(recorded.sequence());
        }
        Session session = state.session();
        if (event instanceof AdaptiveEvent.Ask ask) {
            session.apply(ask);
        } else if (event instanceof AdaptiveEvent.Tell tell) {
            session.apply(TellReader.read(session.design(), AdaptiveCodec.message(tell)));
        } else if (event instanceof AdaptiveEvent.FinishStrategy finish) {
            session.apply(finish);
        } else if (event instanceof AdaptiveEvent.Resume || event instanceof AdaptiveEvent.Fork) {
            session.resume();
        } else if (event instanceof AdaptiveEvent.Exit) {
            session.end();
        }
        return state.at(recorded.sequence());
    }

    @Override
    public NewEvent encode(EventStamp stamp, AdaptiveEvent event) {
        return codec.encode(stamp, event);
    }

    @Override
    public AdaptiveEvent decode(RecordedEvent recorded) {
        return codec.decode(recorded);
    }

    @Override
    public List<ResultRow> rows(AdaptiveState after, RecordedEvent recorded, AdaptiveEvent event) {
        if (event instanceof AdaptiveEvent.Setup setup) {
            return List.of(new ResultRow.ConfigRow(recorded.sequence(), recorded.timestamp(), setup.config()));
        }
        if (event instanceof AdaptiveEvent.Tell told) {
            Tell tell = TellReader.read(after.session().design(), AdaptiveCodec.message(told));
            List<ResultRow> rows = new ArrayList<>();
            for (int i = 0; i < tell.trials().size(); i++) {
                Trial trial = tell.trials().get(i);
                rows.add(new ResultRow.TrialRow(
                        recorded.sequence(),
                        i,
                        recorded.timestamp(),
                        tell.modelData(),
                        tell.extraData(),
                        trial.parameters(),
                        trial.outcomes()));
            }
            return rows;
        }
        return List.of();
    }

    @Override
    public Optional<Divergence> recompute(AdaptiveState before, RecordedEvent recorded, AdaptiveEvent event) {
        if (event instanceof AdaptiveEvent.Ask ask && !ask.foreign()) {
            AdaptiveEvent.Ask again = before.session().decideAsk(ask.request(), ask.points(), ask.fixed());
            return compare("ask " + ask.round(), AdaptiveCodec.decision(ask), AdaptiveCodec.decision(again));
        }
        if (event instanceof AdaptiveEvent.Query query) {
            Json.Obj again = ModelQuestion.read(AdaptiveCodec.message(query)).answer(before.session());
            return compare("query", query.answer(), again);
        }
        if (event instanceof AdaptiveEvent.FinishStrategy finish) {
            int current = before.session().current().step().index();
            return compare("finish_strategy", Json.of(finish.step()), Json.of(current));
        }
        return Optional.empty();
    }

    /** Numbers are compared as texts, which are the same if and only if the bits are. */
    private static Optional<Divergence> compare(String what, Json recorded, Json again) {
        return recorded.text().equals(again.text())
                ? Optional.empty()
                : Optional.of(new Divergence(what, recorded.text(), again.text()));
    }
}
