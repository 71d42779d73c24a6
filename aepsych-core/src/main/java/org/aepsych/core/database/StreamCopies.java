package org.aepsych.core.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;

/**
 * Copies logs from one storage into another: with their times, ids and hashes, the participants, and the result rows. A log
 * that has been altered is not copied, and one that is there already is not copied twice.
 */
public final class StreamCopies {
    private static final String ORIGIN = "origin_db";

    private final Storage target;

    /**
     * Copies into a storage.
     *
     * @param target where to
     */
    public StreamCopies(Storage target) {
        this.target = target;
    }

    /** What became of a log. */
    public enum Outcome {
        /** It is in the target now. */
        COPIED,
        /** It was in the target already. */
        PRESENT
    }

    /**
     * Copies a log.
     *
     * @param source where it is
     * @param stream which
     * @param origin what is noted in {@code extra_metadata} under {@code origin_db}, unless something stands there
     * @return what became of it
     * @throws AepsychException {@code LOG_TAMPERED} if it has been altered; {@code EXPERIMENT_EXISTS} if the target has
     *     another game experiment of that id; then nothing of it is copied
     */
    public Outcome copy(Storage source, OpenedStream stream, String origin) {
        List<RecordedEvent> events = source.events().read(stream.id(), 0);
        requireUntouched(stream.id(), events);
        if (isPresent(stream.header(), events)) {
            return Outcome.PRESENT;
        }
        List<Person> persons = source.persons().list(stream.id());
        List<ResultRow> rows =
                source.results().map(tables -> rows(tables, stream.id())).orElse(List.of());
        target.streams().open(withOrigin(stream.header(), origin), events, persons, rows);
        return Outcome.COPIED;
    }

    private static List<ResultRow> rows(ResultTables tables, StreamId stream) {
        return tables.read(stream);
    }

    private static void requireUntouched(StreamId stream, List<RecordedEvent> events) {
        List<RecordedEvent> sealed = HashChain.seal(
                0, HashChain.GENESIS, events.stream().map(RecordedEvent::event).toList());
        if (!sealed.equals(events)) {
            throw new AepsychException(
                    StandardError.LOG_TAMPERED,
                    "log " + stream + " has been altered; ./aepsych replay verify says where");
        }
    }

    private boolean isPresent(StreamHeader header, List<RecordedEvent> events) {
        return target.streams().list().stream()
                .filter(stream -> stream.header().protocol() == header.protocol()
                        && stream.header().experimentId().equals(header.experimentId())
                        && stream.header().participantId().equals(header.participantId()))
                .anyMatch(stream -> target.events().read(stream.id(), 0).equals(events));
    }

    private static StreamHeader withOrigin(StreamHeader header, String origin) {
        Json.Obj metadata = header.extraMetadata()
                .map(text -> new JsonReader().read(text))
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .orElse(Json.Obj.empty());
        Map<String, Json> members = new LinkedHashMap<>();
        if (metadata.find(ORIGIN).isEmpty()) {
            members.put(ORIGIN, Json.of(origin));
        }
        members.putAll(metadata.members());
        return new StreamHeader(
                header.protocol(),
                header.experimentId(),
                header.experimentName(),
                header.experimentDescription(),
                header.participantId(),
                Optional.of(new Json.Obj(members).text()));
    }

    /**
     * Copies all logs.
     *
     * @param source where they are
     * @param origin as above
     * @return a sentence for each log that could not be copied
     */
    public Copied copyAll(Storage source, String origin) {
        int copied = 0;
        int present = 0;
        List<String> refused = new ArrayList<>();
        for (OpenedStream stream : source.streams().list()) {
            try {
                if (copy(source, stream, origin) == Outcome.COPIED) {
                    copied++;
                } else {
                    present++;
                }
            } catch (AepsychException e) {
                refused.add(origin + ", log " + stream.id() + ": " + e.getMessage());
            }
        }
        return new Copied(copied, present, refused);
    }

    /**
     * What became of the logs of a storage.
     *
     * @param copied how many were copied
     * @param present how many were there already
     * @param refused a sentence for each that was not copied
     */
    public record Copied(int copied, int present, List<String> refused) {
        /** Copies the list. */
        public Copied {
            refused = List.copyOf(refused);
        }
    }
}
