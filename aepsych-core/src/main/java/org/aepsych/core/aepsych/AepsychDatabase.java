package org.aepsych.core.aepsych;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.foreign.ForeignDatabase;
import org.aepsych.api.foreign.ForeignRow;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.pickle.PickleException;
import org.aepsych.core.pickle.PickleReader;

/**
 * Reads the databases of AEPsych's server, of every generation: early ones lack {@code extra_info}, {@code extra_metadata},
 * {@code participant_id}, {@code extra_data}, or the tables of trials altogether. A row that cannot be read is reported
 * and left out; a row that is made to run a program where it is loaded makes the whole file untrustworthy.
 */
public final class AepsychDatabase {
    private static final String MASTER = "master";
    private static final String REPLAY = "replay_data";
    private static final String RAW = "raw_data";
    private static final String CONFIG = "config_data";
    private static final String ID = "unique_id";
    private static final String OWNER = "master_table_id";

    private final ForeignDatabase database;
    private final ZoneId zone;
    private final List<String> problems = new ArrayList<>();

    private AepsychDatabase(ForeignDatabase database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /**
     * Tells whether AEPsych's server wrote a database.
     *
     * @param database open
     * @return true if it has that server's tables
     */
    public static boolean recognises(ForeignDatabase database) {
        return database.columns(MASTER).contains(ID)
                && database.columns(REPLAY).contains("message_contents")
                && !database.columns(REPLAY).contains("hash");
    }

    /**
     * Reads a database.
     *
     * @param database one that is recognised
     * @param zone whose wall clock the server looked at: its files give local times without saying where
     * @return everything that is in it
     * @throws AepsychException {@code INPUT_INVALID} if a pickle in it would run a program
     */
    public static RecordedDatabase read(ForeignDatabase database, ZoneId zone) {
        return new AepsychDatabase(database, zone).read();
    }

    private RecordedDatabase read() {
        Map<Long, List<RecordedMessage>> messages = new HashMap<>();
        Map<Long, List<Json.Obj>> extraData = new HashMap<>();
        Map<Long, byte[]> configurations = new HashMap<>();
        for (ForeignRow row : ordered(REPLAY)) {
            message(row)
                    .ifPresent(message -> owner(row, "message " + message.number())
                            .ifPresent(owner -> messages.computeIfAbsent(owner, key -> new ArrayList<>())
                                    .add(message)));
        }
        boolean saysExtraData = database.columns(RAW).contains("extra_data");
        if (saysExtraData) {
            for (ForeignRow row : ordered(RAW)) {
                Json.Obj extra = extraData(row);
                owner(row, "trial " + row.whole(ID))
                        .ifPresent(owner -> extraData
                                .computeIfAbsent(owner, key -> new ArrayList<>())
                                .add(extra));
            }
        }
        for (ForeignRow row : ordered(CONFIG)) {
            owner(row, "configuration " + row.whole(ID))
                    .ifPresent(owner ->
                            row.bytesIfAny("config").ifPresent(bytes -> configurations.putIfAbsent(owner, bytes)));
        }
        List<RecordedSession> sessions = new ArrayList<>();
        for (ForeignRow row : ordered(MASTER)) {
            long number = row.whole(ID);
            List<RecordedMessage> own = messages.getOrDefault(number, List.of());
            sessions.add(new RecordedSession(
                    number,
                    row.textIfAny("experiment_name"),
                    row.textIfAny("experiment_description"),
                    row.textIfAny("experiment_id"),
                    row.textIfAny("participant_id"),
                    extraMetadata(row),
                    own,
                    saysExtraData ? Optional.of(extraData.getOrDefault(number, List.of())) : Optional.empty(),
                    configuration(number, own, Optional.ofNullable(configurations.get(number)))));
        }
        return new RecordedDatabase(sessions, problems);
    }

    private List<ForeignRow> ordered(String table) {
        return database.tables().contains(table)
                ? database.rows(table).stream()
                        .sorted(Comparator.comparingLong(row -> row.whole(ID)))
                        .toList()
                : List.of();
    }

    private Optional<Long> owner(ForeignRow row, String what) {
        Optional<Long> owner = row.wholeIfAny(OWNER);
        if (owner.isEmpty()) {
            problems.add(what + " belongs to no experiment; it is left out");
        }
        return owner;
    }

    private Optional<RecordedMessage> message(ForeignRow row) {
        long number = row.whole(ID);
        String type = row.textIfAny("message_type").orElse("");
        String what = "message " + number + " (" + type + ")";
        Optional<byte[]> contents = row.bytesIfAny("message_contents");
        Optional<Json> request = contents.flatMap(bytes -> unpickled(what, bytes));
        if (contents.isPresent() && request.isEmpty()) {
            return Optional.empty();
        }
        Optional<Json> extraInfo =
                row.bytesIfAny("extra_info").flatMap(bytes -> unpickled(what + ", extra_info", bytes));
        try {
            return Optional.of(
                    new RecordedMessage(number, time(row), type, request.map(json -> envelope(type, json)), extraInfo));
        } catch (DateTimeException e) {
            problems.add(what + " has no readable time: " + e.getMessage() + "; it is left out");
            return Optional.empty();
        }
    }

    /** Early servers recorded the message alone, later ones the request around it. */
    private static Json.Obj envelope(String type, Json contents) {
        return contents instanceof Json.Obj request && request.find("type").isPresent()
                ? request
                : Json.Obj.empty().with("type", Json.of(type)).with("message", contents);
    }

    private Instant time(ForeignRow row) {
        String text = row.textIfAny("timestamp").orElse("").replace('T', ' ');
        DateTimeFormatter format = text.contains(".")
                ? DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.[SSSSSS][SSS]", java.util.Locale.ROOT)
                : DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", java.util.Locale.ROOT);
        return LocalDateTime.parse(text, format).atZone(zone).toInstant();
    }

    private Json.Obj extraData(ForeignRow row) {
        Object cell = row.cells().get("extra_data");
        if (!(cell instanceof byte[] bytes)) {
            return Json.Obj.empty();
        }
        String what = "trial " + row.whole(ID) + ", extra_data";
        return unpickled(what, bytes)
                .flatMap(json -> json instanceof Json.Text text ? parsed(what, text.value()) : Optional.of(json))
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .orElse(Json.Obj.empty());
    }

    private Optional<Json> parsed(String what, String text) {
        try {
            return Optional.of(new JsonReader().read(text));
        } catch (IllegalArgumentException e) {
            problems.add(what + " is no JSON: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> extraMetadata(ForeignRow row) {
        return row.textIfAny("extra_metadata")
                .flatMap(text -> parsed("experiment " + row.whole(ID) + ", extra_metadata", text))
                .filter(json ->
                        json instanceof Json.Obj object && !object.members().isEmpty())
                .map(Json::text);
    }

    /** Needed only for experiments that the server set up from a file of its own, as their setup is not recorded. */
    private Optional<Map<String, Map<String, Optional<String>>>> configuration(
            long session, List<RecordedMessage> messages, Optional<byte[]> pickle) {
        boolean needed = messages.stream()
                .anyMatch(message ->
                        message.type().equals("setup") && message.request().isEmpty());
        return needed
                ? pickle.flatMap(
                        bytes -> opened("configuration of experiment " + session, bytes, PickleReader::configuration))
                : Optional.empty();
    }

    private Optional<Json> unpickled(String what, byte[] pickle) {
        return opened(what, pickle, PickleReader::data);
    }

    private <T> Optional<T> opened(String what, byte[] pickle, Function<byte[], T> reader) {
        try {
            return Optional.of(reader.apply(pickle));
        } catch (PickleException e) {
            if (e.hostile()) {
                throw new AepsychException(
                        StandardError.INPUT_INVALID,
                        what + " cannot be trusted, so nothing of the file is taken: " + e.getMessage(),
                        e);
            }
            problems.add(what + " cannot be read: " + e.getMessage() + "; it is left out");
            return Optional.empty();
        }
    }
}
