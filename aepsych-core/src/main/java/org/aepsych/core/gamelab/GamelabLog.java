package org.aepsych.core.gamelab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.core.engine.EventStamp;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.game.definition.Admission;
import org.aepsych.core.game.definition.Display;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.PayoffChoice;
import org.aepsych.core.game.definition.Prize;
import org.aepsych.core.game.definition.Schedule;
import org.aepsych.core.game.event.AdvanceReason;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.event.GameEvent.ExperimentFinished;
import org.aepsych.core.game.event.GameEvent.ExperimentStarted;
import org.aepsych.core.game.event.GameEvent.GameDefined;
import org.aepsych.core.game.event.GameEvent.LotteryDrawn;
import org.aepsych.core.game.event.GameEvent.MixturePlayed;
import org.aepsych.core.game.event.GameEvent.ParticipantDisabled;
import org.aepsych.core.game.event.GameEvent.ParticipantJoined;
import org.aepsych.core.game.event.GameEvent.ParticipantRegistered;
import org.aepsych.core.game.event.GameEvent.RoundAdvanced;
import org.aepsych.core.game.event.GameEvent.RoundSettled;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.gamelab.GamelabRun.Choice;
import org.aepsych.core.gamelab.GamelabRun.Parameters;

/** Tells an experiment of gamelab as a log: what happened in the order of happening, at the times that gamelab kept. */
final class GamelabLog {
    private static final int NO_HISTORY = 1;
    private static final int NO_SHUFFLE = 2;
    private static final int RELATIVE = 4;

    private final GameProtocol protocol;
    private final GamelabRun run;
    private final GamelabSums sums;
    private final List<NewEvent> events = new ArrayList<>();
    private final List<ResultRow> rows = new ArrayList<>();
    private GameState state;
    private Instant now;

    private GamelabLog(GameProtocol protocol, GamelabRun run, GamelabSums sums) {
        this.protocol = protocol;
        this.run = run;
        this.sums = sums;
        this.state = protocol.initial(new StreamId(1));
        this.now = run.choices().stream()
                .map(Choice::created)
                .flatMap(Optional::stream)
                .reduce(run.parameters().start(), GamelabLog::earlier, (one, other) -> one)
                .orElse(Instant.EPOCH);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Instant other) {
        return one.filter(instant -> instant.isBefore(other)).or(() -> Optional.of(other));
    }

    /**
     * A log ready to be stored.
     *
     * @param events sealed
     * @param persons who took part
     * @param rows what follows from the events
     */
    record Told(List<RecordedEvent> events, List<Person> persons, List<ResultRow> rows) {
        Told {
            events = List.copyOf(events);
            persons = List.copyOf(persons);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Tells it; the same experiment gives the same log.
     *
     * @param seed what the lottery was drawn with, if that is known and its draw comes out the same
     */
    static Told tell(GameProtocol protocol, GamelabRun run, GamelabSums sums, ExperimentId id, Optional<Long> seed) {
        GamelabLog log = new GamelabLog(protocol, run, sums);
        Instant created = log.now;
        log.tell(id, seed);
        List<Person> persons = run.players().stream()
                .map(player -> new Person(player.id(), player.identifier(), Optional.empty(), created))
                .toList();
        return new Told(HashChain.seal(0, HashChain.GENESIS, log.events), persons, log.rows);
    }

    private void tell(ExperimentId id, Optional<Long> seed) {
        GameDefinition definition = definition(run, id);
        add(new GameDefined(definition.toIni(), definition));
        run.players()
                .forEach(
                        player -> add(new ParticipantRegistered(player.id(), player.selfRegistered(), player.rseed())));
        Parameters parameters = run.parameters();
        if (parameters.started()) {
            parameters.start().ifPresent(this::at);
            add(new ExperimentStarted(now, parameters.selfRegistration()));
            joins(0);
            int current = Math.min(parameters.round(), parameters.rounds());
            for (int round = -1; round < current; round++) {
                finish(round, current);
            }
            if (current >= 0 && current < parameters.rounds()) {
                joins(current + 1);
                plays(current);
            }
            if (parameters.drawn()) {
                draw(seed);
            }
        }
        run.players().stream()
                .filter(player -> !player.enabled())
                .forEach(player -> add(new ParticipantDisabled(player.id())));
    }

    private void finish(int round, int current) {
        if (round >= 0) {
            joins(round + 1);
            plays(round);
        }
        if (round + 1 == current) {
            run.parameters().roundBegan().ifPresent(this::at);
        }
        add(new RoundAdvanced(round + 1, AdvanceReason.ELSEWHERE, now));
        if (round >= 0) {
            add(new RoundSettled(round, sums.settlement(round)));
        }
        if (round + 1 == run.parameters().rounds()) {
            add(new ExperimentFinished(sums.tally().shares(), sums.tally().total()));
        }
    }

    /** Those who join before a round, in the random order of the start. */
    private void joins(int round) {
        Map<ParticipantId, Integer> firstPlays = new HashMap<>();
        run.choices().forEach(choice -> firstPlays.merge(choice.player(), choice.round(), Math::min));
        run.players().stream()
                .filter(player -> {
                    int first = firstPlays.getOrDefault(player.id(), Integer.MAX_VALUE);
                    return (player.joined() < 0 ? first : Math.min(player.joined(), first)) == round;
                })
                .sorted(Comparator.comparingLong(GamelabRun.Person::rseed).thenComparing(GamelabRun.Person::id))
                .forEach(player -> add(new ParticipantJoined(player.id(), player.role(), round)));
    }

    private void plays(int round) {
        for (Choice choice : run.choices(round)) {
            choice.created().ifPresent(this::at);
            add(new MixturePlayed(round, choice.player(), choice.game(), choice.mixture()));
        }
    }

    private void draw(Optional<Long> seed) {
        List<Winner> winners = GamelabComparison.wonTickets(run);
        add(
                seed.isPresent()
                        ? new LotteryDrawn(seed.get(), winners.size(), winners)
                        : new LotteryDrawn(DrawMethod.ELSEWHERE, 0, winners.size(), winners));
    }

    /** Clocks are set back now and then; logs go forward. */
    private void at(Instant time) {
        now = time.isAfter(now) ? time : now;
    }

    private void add(GameEvent event) {
        NewEvent encoded = protocol.encode(new EventStamp(now, Optional.empty()), event);
        events.add(encoded);
        RecordedEvent recorded = new RecordedEvent(events.size(), encoded, "");
        state = protocol.apply(state, recorded, event);
        rows.addAll(protocol.rows(state, recorded, event));
    }

    private static GameDefinition definition(GamelabRun run, ExperimentId id) {
        Parameters parameters = run.parameters();
        return new GameDefinition(
                Optional.of(id),
                Optional.of("Imported from gamelab"),
                Optional.empty(),
                new Schedule(
                        parameters.rounds(),
                        parameters.minutes(),
                        parameters.percent(),
                        parameters.graceMinutes(),
                        parameters.playRounds(),
                        parameters.start()),
                new Admission(parameters.playerMax(), parameters.selfRegistration(), parameters.keptAfterStart()),
                new Display(
                        parameters.instructions(),
                        (parameters.flags() & NO_HISTORY) == 0,
                        (parameters.flags() & NO_SHUFFLE) == 0,
                        (parameters.flags() & RELATIVE) != 0),
                new Prize(
                        parameters.lottery(), GamelabComparison.wonTickets(run).size()),
                PayoffChoice.of(GamelabImporter.RULE),
                run.games());
    }
}
