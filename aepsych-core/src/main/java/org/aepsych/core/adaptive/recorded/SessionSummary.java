package org.aepsych.core.adaptive.recorded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.json.PythonText;

/**
 * A session in a few words.
 *
 * @param header who and what
 * @param metadata further metadata by name
 * @param created when it was set up
 * @param modified when something happened last
 * @param stimuliPerTrial 1, or 2 to compare; empty if the setup cannot be read
 * @param parameters names, in order
 * @param outcomes names, in order
 * @param trials how many trials were recorded
 */
public record SessionSummary(
        StreamHeader header,
        Map<String, String> metadata,
        Instant created,
        Instant modified,
        Optional<Integer> stimuliPerTrial,
        List<String> parameters,
        List<String> outcomes,
        long trials) {
    /** Copies the lists. */
    public SessionSummary {
        parameters = List.copyOf(parameters);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Summarizes all adaptive sessions.
     *
     * @param storage where the logs are
     * @param protocol what the events mean
     * @return in the order of their numbers
     */
    public static List<SessionSummary> all(Storage storage, AdaptiveProtocol protocol) {
        List<SessionSummary> summaries = new ArrayList<>();
        SessionLog.forEach(storage, protocol, session -> summaries.add(of(storage, session)));
        return summaries;
    }

    private static SessionSummary of(Storage storage, SessionLog session) {
        StreamHeader header = session.stream().header();
        Span span = new Span();
        storage.events().read(session.stream().id(), 0, recorded -> span.add(recorded.timestamp()));
        Map<String, String> metadata = new LinkedHashMap<>();
        header.extraMetadata().map(text -> new JsonReader().read(text)).ifPresent(json -> {
            if (json instanceof Json.Obj object) {
                object.members()
                        .forEach((key, value) ->
                                metadata.put(key, value instanceof Json.Null ? "" : PythonText.str(value)));
            }
        });
        Optional<ExperimentDesign> design = design(session);
        design.ifPresent(read ->
                session.tells(told -> span.trials += told.tell().trials().size()));
        return new SessionSummary(
                header,
                metadata,
                span.first.orElse(Instant.EPOCH),
                span.last.orElse(Instant.EPOCH),
                design.map(ExperimentDesign::stimuliPerTrial),
                design.map(read -> read.space().names()).orElse(List.of()),
                design.map(ExperimentDesign::outcomeNames).orElse(List.of()),
                span.trials);
    }

    private static Optional<ExperimentDesign> design(SessionLog session) {
        try {
            return Optional.of(session.design());
        } catch (AepsychException e) {
            return Optional.empty();
        }
    }

    private static final class Span {
        private Optional<Instant> first = Optional.empty();
        private Optional<Instant> last = Optional.empty();
        private long trials;

        void add(Instant instant) {
            first = first.or(() -> Optional.of(instant));
            last = Optional.of(instant);
        }
    }
}
