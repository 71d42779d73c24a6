package org.aepsych.core.game.experiment;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.core.engine.ExperimentIds;
import org.aepsych.core.engine.Fold;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.game.view.AdminViews;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.ParticipantViews;
import org.aepsych.core.replay.Replay;
import org.aepsych.core.replay.ReplayReport;

/**
 * Game experiments as they were at any message of their log: since the state is a fold of the log, the past is only a
 * shorter fold. Changes nothing but by {@link #fork}. Thread-safe.
 */
public final class GameHistory {
    private final GameLanes lanes;
    private final GameProtocol protocol;
    private final Storage storage;
    private final RandomGenerator random;

    /**
     * Looks at the past of a storage.
     *
     * @param lanes finds the logs
     * @param protocol what the events mean
     * @param storage where the logs are
     * @param random makes up the names of copies; thread-safe
     */
    @Inject
    public GameHistory(GameLanes lanes, GameProtocol protocol, Storage storage, RandomGenerator random) {
        this.lanes = lanes;
        this.protocol = protocol;
        this.storage = storage;
        this.random = random;
    }

    /**
     * An experiment as it was.
     *
     * @param at the message
     * @param last number of the log's last message
     * @param view what its experimenter saw then
     */
    public record Moment(RecordedEvent at, long last, GameAdminView view) {}

    /**
     * Returns an experiment as it was at a message.
     *
     * @param experiment which
     * @param sequence number of the message; numbers beyond the log are its first or last
     * @return everything its experimenter could see, right after the message
     */
    public Moment at(ExperimentId experiment, long sequence) {
        StreamId stream = lanes.stream(experiment);
        Fold.Moment<GameState> then = fold(stream, sequence);
        GameState state = then.state();
        Instant when = then.at().timestamp();
        Set<ParticipantId> there = new HashSet<>();
        state.players().forEach(player -> there.add(player.id()));
        List<Person> persons = storage.persons().list(stream).stream()
                .filter(person -> there.contains(person.id()))
                .toList();
        GameAdminView view = AdminViews.full(AdminViews.summary(experiment, stream, state, when), state, persons);
        return new Moment(then.at(), storage.events().last(stream), view);
    }

    /**
     * Returns what a participant saw at a message.
     *
     * @param experiment which
     * @param sequence as for {@link #at}
     * @param participant who
     * @return their view, right after the message
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if they had not registered yet
     */
    public ParticipantView participant(ExperimentId experiment, long sequence, ParticipantId participant) {
        Fold.Moment<GameState> then = fold(lanes.stream(experiment), sequence);
        Player player = then.state().require(participant);
        return new ParticipantViews(then.state(), player)
                .view(experiment, then.at().timestamp());
    }

    /**
     * Makes every decision of the log again and compares.
     *
     * @param experiment which
     * @return how far it is good, and the first problem
     */
    public ReplayReport verify(ExperimentId experiment) {
        return new Replay<>(protocol, storage).verify(lanes.stream(experiment));
    }

    /**
     * Copies an experiment up to a message, to try out what would have happened otherwise. The participants of the copy
     * are nobody: they have numbers instead of names, and no passwords. Of the original nothing is changed.
     *
     * @param experiment which
     * @param sequence the last message to be copied, as for {@link #at}
     * @return the copy, which goes on from there
     */
    public ExperimentId fork(ExperimentId experiment, long sequence) {
        StreamId stream = lanes.stream(experiment);
        long until = fold(stream, sequence).at().sequence();
        List<NewEvent> events = new ArrayList<>();
        storage.events().read(stream, 0, recorded -> {
            if (recorded.sequence() <= until) {
                events.add(recorded.event());
            }
        });
        List<RecordedEvent> sealed = HashChain.seal(0, HashChain.GENESIS, events);
        GameState state = GameState.EMPTY;
        List<ResultRow> rows = new ArrayList<>();
        for (RecordedEvent recorded : sealed) {
            GameEvent event = protocol.decode(recorded);
            state = protocol.apply(state, recorded, event);
            rows.addAll(protocol.rows(state, recorded, event));
        }
        Instant now = sealed.get(sealed.size() - 1).timestamp();
        List<Person> nobody = state.players().stream()
                .map(player -> new Person(player.id(), "participant " + player.id(), Optional.empty(), now))
                .toList();
        String name = state.definition().name().orElse(experiment.value()) + " from message " + until;
        ExperimentId copy = ExperimentIds.make(Optional.of("copy " + experiment), random);
        StreamHeader header = new StreamHeader(
                Protocol.GAME,
                copy,
                Optional.of(name),
                Optional.of("A sandbox copy of " + experiment + " up to message " + until + "."),
                Optional.empty(),
                Optional.of("{\"copy_of\":" + stream.value() + ",\"until\":" + until + "}"));
        StreamId unused = storage.streams().open(header, sealed, nobody, rows);
        return copy;
    }

    /**
     * Tells whether an experiment is a copy.
     *
     * @param experiment which
     * @return whether {@link #fork} made it
     */
    public boolean isCopy(ExperimentId experiment) {
        return storage.streams()
                .find(lanes.stream(experiment))
                .flatMap(StreamHeader::extraMetadata)
                .filter(text -> text.contains("\"copy_of\""))
                .isPresent();
    }

    private Fold.Moment<GameState> fold(StreamId stream, long sequence) {
        return new Fold<>(protocol)
                .upTo(stream, storage.events(), Math.max(1, sequence))
                .orElseThrow(() -> new AepsychException(
                        StandardError.LOG_TAMPERED, "stream " + stream + ": the log does not begin with a definition"));
    }
}
