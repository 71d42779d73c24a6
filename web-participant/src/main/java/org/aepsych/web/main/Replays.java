package org.aepsych.web.main;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.adaptive.AdaptiveProtocol;
import org.aepsych.core.game.GameProtocol;
import org.aepsych.core.replay.Replay;
import org.aepsych.core.replay.ReplayReport;

/** Runs logs of a laboratory again and prints a line for each. */
final class Replays {
    private final Console console;
    private final Laboratory laboratory;
    private final Storage storage;

    Replays(Console console, Laboratory laboratory) {
        this.console = console;
        this.laboratory = laboratory;
        this.storage = laboratory.get(Storage.class);
    }

    /** Lists logs; returns the exit code. */
    int list(Optional<String> id) {
        return forEach(id, stream -> {
            console.out().println(line(stream));
            return true;
        });
    }

    /** Decides everything again and compares; returns the exit code. */
    int verify(Optional<String> id) {
        return forEach(id, stream -> {
            ReplayReport report = replay(stream).verify(stream.id());
            report.problem()
                    .ifPresentOrElse(
                            problem -> console.out().println("BAD   " + problem),
                            () -> console.out()
                                    .println("good  " + line(stream) + ", " + report.events() + " messages"));
            return report.verified();
        });
    }

    /** Writes the result tables again and compares; returns the exit code. */
    int rebuild(Optional<String> id) {
        return forEach(id, stream -> {
            Replay.Rebuilt rebuilt = replay(stream).rebuild(stream.id());
            console.out()
                    .println((rebuilt.identical() ? "same  " : "CHANGED  ") + line(stream) + ", "
                            + rebuilt.after().size() + " result rows");
            return rebuilt.identical();
        });
    }

    private int forEach(Optional<String> id, Predicate<OpenedStream> act) {
        List<OpenedStream> streams = storage.streams().list().stream()
                .filter(stream -> id.isEmpty() || isCalled(stream, id.get()))
                .toList();
        if (streams.isEmpty() && id.isPresent()) {
            throw new AepsychException(
                    StandardError.EXPERIMENT_NOT_FOUND,
                    "there is no log \"" + id.get() + "\"; ./aepsych replay list shows what there is.");
        }
        if (streams.isEmpty()) {
            console.out().println("there are no experiments yet");
        }
        boolean good = true;
        for (OpenedStream stream : streams) {
            good &= act.test(stream);
        }
        return good ? 0 : 1;
    }

    private static boolean isCalled(OpenedStream stream, String id) {
        return stream.id().toString().equals(id)
                || stream.header().experimentId().value().equals(id);
    }

    private Replay<?, ?> replay(OpenedStream stream) {
        return stream.header().protocol() == Protocol.GAME
                ? new Replay<>(laboratory.get(GameProtocol.class), storage)
                : new Replay<>(laboratory.get(AdaptiveProtocol.class), storage);
    }

    private static String line(OpenedStream stream) {
        StreamHeader header = stream.header();
        return stream.id() + "  " + header.protocol().key() + "  " + header.experimentId()
                + header.experimentName()
                        .filter(name -> !name.isBlank())
                        .map(name -> "  " + name)
                        .orElse("");
    }
}
