package org.aepsych.core.adaptive.recorded;

import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;

/**
 * Sandbox copies of sessions: they begin like another session, and nobody real takes part in them. They belong to an
 * experiment of their own, so that no export, warm start or participant meets them.
 */
public final class Copies {
    private static final String OF = "copy_of";
    private static final String UNTIL = "until";
    private static final int LONGEST_ID = 128;

    private Copies() {}

    /**
     * Tells whether a session is a sandbox copy.
     *
     * @param header who and what
     * @return false for sessions in which somebody took part
     */
    public static boolean isCopy(StreamHeader header) {
        return source(header).isPresent();
    }

    /**
     * Returns the session that a copy begins like.
     *
     * @param header the copy's
     * @return empty if it is none
     */
    public static Optional<StreamId> source(StreamHeader header) {
        return header.extraMetadata()
                .filter(text -> text.contains("\"" + OF + "\""))
                .map(text -> new JsonReader().read(text))
                .filter(Json.Obj.class::isInstance)
                .flatMap(json -> ((Json.Obj) json).find(OF))
                .filter(Json.Whole.class::isInstance)
                .map(json -> new StreamId(((Json.Whole) json).value().longValueExact()));
    }

    /**
     * Says who and what a copy is.
     *
     * @param source the original
     * @param header the original's
     * @param until the last message that both have
     * @return the copy's, with an experiment of its own
     */
    public static StreamHeader header(StreamId source, StreamHeader header, long until) {
        String id = "copy of " + header.experimentId().value();
        String name = header.experimentName()
                .filter(given -> !given.isBlank())
                .orElse(header.experimentId().value());
        return new StreamHeader(
                Protocol.ADAPTIVE,
                new ExperimentId(id.substring(0, Math.min(LONGEST_ID, id.length()))),
                Optional.of(name + " from message " + until),
                Optional.of("A sandbox copy of session " + source.value() + " up to message " + until + "."),
                Optional.of("simulated observer"),
                Optional.of(Json.Obj.empty()
                        .with(OF, Json.of(source.value()))
                        .with(UNTIL, Json.of(until))
                        .text()));
    }
}
