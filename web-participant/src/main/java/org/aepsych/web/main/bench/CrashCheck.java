package org.aepsych.web.main.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultRow.ChoiceRow;
import org.aepsych.api.storage.ResultRow.TrialRow;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.engine.StreamProtocol;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.replay.Replay;
import org.aepsych.core.replay.ReplayReport;
import org.aepsych.web.crash.CrashLoad;
import org.aepsych.web.crash.PlayKey;
import org.aepsych.web.crash.Promises.Audit;
import org.aepsych.web.crash.Promises.Entry;
import org.aepsych.web.main.laboratory.Laboratory;

/**
 * Looks, while nobody sends anything, whether everything that was acknowledged is recorded once, whether every log
 * proves itself, and whether every result table is what its log says. Logs that have not grown are not read again.
 */
final class CrashCheck {
    private static final String MARK = "mark";

    private final CrashLoad load;
    private final Map<StreamId, Found> known = new HashMap<>();
    private long messages;
    private Audit plays = new Audit(0, 0, 0, List.of());
    private Audit tells = new Audit(0, 0, 0, List.of());

    CrashCheck(CrashLoad load) {
        this.load = load;
    }

    /** What a stream holds that clients may have sent. */
    private record Found(
            long length,
            List<Entry<PlayKey>> playsOfLog,
            List<Entry<PlayKey>> playsOfTable,
            List<Entry<String>> tellsOfLog,
            List<Entry<String>> tellsOfTable) {
        static Found empty(long length) {
            return new Found(length, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** Forgets what was read, so that the next look reads everything again. */
    void forget() {
        known.clear();
    }

    /** Returns a sentence for everything that is not as it must be. */
    List<String> look(Laboratory laboratory) {
        Storage storage = laboratory.get(Storage.class);
        List<String> broken = new ArrayList<>(load.complaints());
        for (OpenedStream stream : storage.streams().list()) {
            long length = storage.events().last(stream.id());
            if (!known.containsKey(stream.id()) || known.get(stream.id()).length() != length) {
                Found found = Found.empty(length);
                if (stream.header().protocol() == Protocol.GAME) {
                    prove(storage, laboratory.get(GameProtocol.class), stream.id(), broken);
                    readGame(storage, laboratory.get(GameProtocol.class), stream, found);
                } else {
                    prove(storage, laboratory.get(AdaptiveProtocol.class), stream.id(), broken);
                    readSession(storage, laboratory.get(AdaptiveProtocol.class), stream.id(), found);
                }
                known.put(stream.id(), found);
            }
        }
        messages = known.values().stream().mapToLong(Found::length).sum();
        plays = load.plays().audit("the log", all(Found::playsOfLog));
        tells = load.tells().audit("the log", all(Found::tellsOfLog));
        broken.addAll(plays.broken());
        broken.addAll(tells.broken());
        broken.addAll(
                load.plays().audit("table choice", all(Found::playsOfTable)).broken());
        broken.addAll(
                load.tells().audit("table raw_data", all(Found::tellsOfTable)).broken());
        return broken;
    }

    private <T> List<T> all(Function<Found, List<T>> part) {
        return known.values().stream()
                .flatMap(found -> part.apply(found).stream())
                .toList();
    }

    private static <S, E> void prove(
            Storage storage, StreamProtocol<S, E> protocol, StreamId stream, List<String> broken) {
        Replay<S, E> replay = new Replay<>(protocol, storage);
        ReplayReport report = replay.verify(stream);
        report.problem().ifPresent(broken::add);
        if (report.verified() && !replay.rebuild(stream).identical()) {
            broken.add("stream " + stream + ": the result tables were not what the log says");
        }
    }

    private static void readGame(Storage storage, GameProtocol protocol, OpenedStream stream, Found found) {
        String experiment = stream.header().experimentId().value();
        storage.events().read(stream.id(), 0, recorded -> {
            if (protocol.decode(recorded) instanceof GameEvent.MixturePlayed play) {
                found.playsOfLog()
                        .add(new Entry<>(
                                new PlayKey(experiment, play.participant().value(), play.round(), play.game()),
                                play.mixture().toString()));
            }
        });
        for (ResultRow row : rows(storage, stream.id())) {
            if (row instanceof ChoiceRow choice) {
                found.playsOfTable()
                        .add(new Entry<>(
                                new PlayKey(experiment, choice.player().value(), choice.round(), choice.game()),
                                choice.strats()));
            }
        }
    }

    private static void readSession(Storage storage, AdaptiveProtocol protocol, StreamId stream, Found found) {
        storage.events().read(stream, 0, recorded -> {
            if (protocol.decode(recorded) instanceof AdaptiveEvent.Tell tell
                    && tell.request().find("message").orElseThrow() instanceof Json.Obj message) {
                found.tellsOfLog()
                        .add(new Entry<>(
                                text(message, MARK),
                                message.find("outcome").orElseThrow().text()));
            }
        });
        for (ResultRow row : rows(storage, stream)) {
            if (row instanceof TrialRow trial && new JsonReader().read(trial.extraData()) instanceof Json.Obj extra) {
                found.tellsOfTable()
                        .add(new Entry<>(
                                text(extra, MARK),
                                Long.toString(Math.round(trial.outcomes().get(0).value()))));
            }
        }
    }

    private static String text(Json.Obj object, String name) {
        Optional<Json> value = object.find(name);
        return value.isPresent() && value.get() instanceof Json.Text text ? text.value() : "without a mark";
    }

    private static List<ResultRow> rows(Storage storage, StreamId stream) {
        return storage.results().orElseThrow().read(stream);
    }

    long logs() {
        return known.size();
    }

    long messages() {
        return messages;
    }

    Audit plays() {
        return plays;
    }

    Audit tells() {
        return tells;
    }
}
