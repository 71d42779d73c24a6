package org.aepsych.core.adaptive.recorded;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aepsych.api.AepsychException;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.design.SeedConditions;
import org.aepsych.core.adaptive.design.StepDesign;
import org.aepsych.core.adaptive.event.WarmStart;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.config.Suggestions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what earlier sessions of the same storage can tell a new one, as its file asks for. Thread-safe. */
public final class WarmStarts {
    private static final Logger LOG = LoggerFactory.getLogger(WarmStarts.class);
    private static final int MOST_REASONS = 5;

    private final Storage storage;
    private final AdaptiveProtocol protocol;

    /**
     * Looks for sessions in a storage.
     *
     * @param storage where the logs are
     * @param protocol what the events mean
     */
    public WarmStarts(Storage storage, AdaptiveProtocol protocol) {
        this.storage = storage;
        this.protocol = protocol;
    }

    /**
     * Finds the data.
     *
     * @param design the new session's
     * @param experimentId the new session's
     * @return what its steps know when it begins; nothing if nobody was there before
     * @throws ConfigException if an experiment is named that there is not, or if of all matching sessions none fits
     */
    public WarmStart find(ExperimentDesign design, String experimentId) {
        Search search = new Search(design, experimentId);
        List<List<Integer>> steps = new ArrayList<>();
        for (StepDesign step : design.steps()) {
            steps.add(SeedConditions.sectionOf(design.file(), step.name())
                    .flatMap(design.file()::section)
                    .map(search::places)
                    .orElse(List.of()));
        }
        return search.sources.isEmpty() ? WarmStart.NONE : new WarmStart(search.sources, steps);
    }

    /** One search for all steps, so that no session is read or recorded twice. */
    private final class Search {
        private final ExperimentDesign design;
        private final String experimentId;
        private final List<WarmStart.Source> sources = new ArrayList<>();
        private final Map<StreamId, SeedReader.Reading> readings = new LinkedHashMap<>();
        private final Map<StreamId, Integer> places = new LinkedHashMap<>();
        private final Set<String> taken = new HashSet<>();

        Search(ExperimentDesign design, String experimentId) {
            this.design = design;
            this.experimentId = experimentId;
        }

        List<Integer> places(ConfigSection section) {
            SeedConditions conditions = SeedConditions.read(section);
            List<OpenedStream> sessions = storage.streams().list().stream()
                    .filter(stream -> stream.header().protocol() == Protocol.ADAPTIVE)
                    .filter(stream -> !Copies.isCopy(stream.header()))
                    .toList();
            requireKnown(section, conditions, sessions);
            List<Integer> found = new ArrayList<>();
            List<String> reasons = new ArrayList<>();
            for (OpenedStream session : sessions) {
                if (conditions.match(session.header())) {
                    SeedReader.Reading reading = readings.computeIfAbsent(session.id(), id -> read(session));
                    if (reading.reason().isPresent()) {
                        reasons.add("session " + session.id() + " of "
                                + session.header().experimentId() + ": "
                                + reading.reason().get());
                    } else if (!reading.observations().isEmpty()) {
                        found.add(places.computeIfAbsent(session.id(), id -> add(reading)));
                    }
                }
            }
            report(section, conditions, found.size(), reasons);
            return found;
        }

        private SeedReader.Reading read(OpenedStream session) {
            try {
                return new SeedReader(design, taken).read(SessionLog.of(storage, protocol, session));
            } catch (AepsychException e) {
                return SeedReader.Reading.unusable(e.getMessage());
            }
        }

        private int add(SeedReader.Reading reading) {
            sources.add(new WarmStart.Source(reading.position(), reading.observations()));
            return sources.size() - 1;
        }

        private void requireKnown(ConfigSection section, SeedConditions conditions, List<OpenedStream> sessions) {
            Set<String> known = sessions.stream()
                    .map(session -> session.header().experimentId().value())
                    .collect(Collectors.toSet());
            List<Problem> problems = new ArrayList<>();
            for (String id : conditions.experimentIds()) {
                if (!known.contains(id) && !id.equals(experimentId)) {
                    problems.add(Suggestions.nearest(id, known)
                            .map(near -> unknown(section, id).withHint("did you mean \"" + near + "\"?"))
                            .orElseGet(() -> unknown(section, id)));
                }
            }
            if (!problems.isEmpty()) {
                throw new ConfigException(problems);
            }
        }

        private Problem unknown(ConfigSection section, String id) {
            return section.problem(
                    SeedConditions.EXPERIMENT_ID,
                    "there is no experiment \"" + id + "\" in " + storage.displayName() + " to learn from");
        }

        private void report(ConfigSection section, SeedConditions conditions, int found, List<String> reasons) {
            if (found == 0 && !reasons.isEmpty()) {
                String shown = reasons.stream().limit(MOST_REASONS).collect(Collectors.joining("; "));
                throw new ConfigException(Problem.of(
                        section.name(),
                        "none of the " + reasons.size() + " earlier sessions with " + conditions + " can be used: "
                                + shown + (reasons.size() > MOST_REASONS ? "; ..." : "")));
            }
            reasons.forEach(reason -> LOG.warn("[{}] {}", section.name(), reason));
            LOG.info("[{}] {} earlier sessions with {} are learnt from", section.name(), found, conditions);
        }
    }
}
