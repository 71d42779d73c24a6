package org.aepsych.web.main.verify;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.recorded.NumberedSession;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.adaptive.session.AdaptiveState;
import org.aepsych.core.adaptive.session.SessionGlance;
import org.aepsych.core.engine.StreamProtocol;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.replay.Replay;
import org.aepsych.core.replay.ReplayReport;
import org.aepsych.core.replay.Rerun;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.laboratory.Laboratory;

/** Runs logs of a laboratory again and prints a line for each. */
public final class Replays {
    private final Console console;
    private final Laboratory laboratory;
    private final Storage storage;

    /**
     * For the logs of one laboratory.
     *
     * @param console where the lines are printed
     * @param laboratory has the logs
     */
    public Replays(Console console, Laboratory laboratory) {
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
        List<StreamId> outdated = storage.results().map(ResultTables::outdated).orElse(List.of());
        return forEach(id, stream -> {
            Replay.Rebuilt rebuilt = replay(stream).rebuild(stream.id());
            boolean renewed = outdated.contains(stream.id());
            String verdict = rebuilt.identical() ? "same  " : renewed ? "renewed  " : "CHANGED  ";
            console.out()
                    .println(verdict + line(stream) + ", " + rebuilt.after().size() + " result rows");
            return rebuilt.identical() || renewed;
        });
    }

    /**
     * Runs logs message by message, whatever it meets.
     *
     * @param id number or experiment of a log; all logs if there is none
     * @param compute whether decisions are made again and compared; otherwise they are taken as recorded
     * @param last number of the message after which to stop
     * @return the exit code
     */
    public int run(Optional<String> id, boolean compute, long last) {
        return forEach(id, stream -> {
            console.out().println(line(stream));
            return stream.header().protocol() == Protocol.GAME
                    ? isGood(rerun(laboratory.get(GameProtocol.class), stream, compute, last))
                    : isGood(adaptive(stream, compute, last));
        });
    }

    private Rerun.Result<AdaptiveState> adaptive(OpenedStream stream, boolean compute, long last) {
        Rerun.Result<AdaptiveState> result = rerun(laboratory.get(AdaptiveProtocol.class), stream, compute, last);
        try {
            SessionGlance glance = SessionGlance.of(result.state());
            console.out()
                    .println("  at step " + glance.step() + " after " + glance.trials()
                            + " trials, of which models learned " + glance.modelled()
                            + (glance.finished() ? "; the experiment is finished" : ""));
        } catch (AepsychException e) {
            console.out().println("  " + e.getMessage());
        }
        return result;
    }

    private <S, E> Rerun.Result<S> rerun(
            StreamProtocol<S, E> protocol, OpenedStream stream, boolean compute, long last) {
        return new Rerun<>(protocol, storage.events()).run(stream.id(), compute, last, run -> {
            String verdict = switch (run.verdict()) {
                case GOOD -> "";
                case DIFFERENT -> "  DIFFERENT: " + run.note();
                case ALTERED -> "  ALTERED: " + run.note();
                case LEFT_OUT -> "  LEFT OUT: " + run.note();
            };
            console.out()
                    .println("  %5d  %s  %s%s"
                            .formatted(
                                    run.recorded().sequence(),
                                    run.recorded().timestamp(),
                                    run.recorded().type(),
                                    verdict));
            console.out().flush();
        });
    }

    private boolean isGood(Rerun.Result<?> result) {
        console.out()
                .println("  " + result.messages() + " messages, "
                        + (result.bad() == 0 ? "all good" : result.bad() + " of them NOT GOOD"));
        return result.bad() == 0;
    }

    /** Lets an adaptive session go on from a message as a new one; returns its log. */
    long fork(String id, long last) {
        List<OpenedStream> sources = storage.streams().list().stream()
                .filter(stream -> stream.header().protocol() == Protocol.ADAPTIVE && isCalled(stream, id))
                .toList();
        if (sources.size() != 1) {
            throw new AepsychException(
                    sources.isEmpty() ? StandardError.EXPERIMENT_NOT_FOUND : StandardError.INPUT_INVALID,
                    (sources.isEmpty() ? "there is no adaptive log \"" : "there are several adaptive logs \"") + id
                            + "\"; ./aepsych replay list shows their numbers.");
        }
        NumberedSession fork =
                laboratory.get(AdaptiveExperiments.class).fork(sources.get(0).id(), last);
        console.out()
                .println("log " + fork.stream() + " (strat_id " + fork.number() + ") begins like log "
                        + sources.get(0).id() + " up to message " + last + " and goes its own way from there");
        return fork.stream().value();
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
            console.out()
                    .println("there are no experiments yet in this database; --data DIR or --db FILE names another");
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
