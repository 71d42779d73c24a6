package org.aepsych.core.game.state;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultRow.ChoiceRow;
import org.aepsych.api.storage.ResultRow.ConfigRow;
import org.aepsych.api.storage.ResultRow.ExperimentRow;
import org.aepsych.api.storage.ResultRow.GameRow;
import org.aepsych.api.storage.ResultRow.GameplayRow;
import org.aepsych.api.storage.ResultRow.LotteryRow;
import org.aepsych.api.storage.ResultRow.NoteRow;
import org.aepsych.api.storage.ResultRow.ParticipantsCleared;
import org.aepsych.api.storage.ResultRow.PastRow;
import org.aepsych.api.storage.ResultRow.PayoffRow;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.api.storage.ResultRow.QuestionnaireRow;
import org.aepsych.api.storage.ResultRow.WinnerRow;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.PriorHistoryJson;
import org.aepsych.core.game.definition.Schedule;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.event.GameEvent.ExperimentFinished;
import org.aepsych.core.game.event.GameEvent.ExperimentPaused;
import org.aepsych.core.game.event.GameEvent.ExperimentResumed;
import org.aepsych.core.game.event.GameEvent.ExperimentStarted;
import org.aepsych.core.game.event.GameEvent.ExperimentWiped;
import org.aepsych.core.game.event.GameEvent.GameDefined;
import org.aepsych.core.game.event.GameEvent.LinkIssued;
import org.aepsych.core.game.event.GameEvent.LinkRedeemed;
import org.aepsych.core.game.event.GameEvent.LotteryBound;
import org.aepsych.core.game.event.GameEvent.LotteryDrawn;
import org.aepsych.core.game.event.GameEvent.MixturePlayed;
import org.aepsych.core.game.event.GameEvent.NoteDismissed;
import org.aepsych.core.game.event.GameEvent.NoteSent;
import org.aepsych.core.game.event.GameEvent.ParticipantDisabled;
import org.aepsych.core.game.event.GameEvent.ParticipantEnabled;
import org.aepsych.core.game.event.GameEvent.ParticipantJoined;
import org.aepsych.core.game.event.GameEvent.ParticipantRegistered;
import org.aepsych.core.game.event.GameEvent.ParticipantReleased;
import org.aepsych.core.game.event.GameEvent.ParticipantReturned;
import org.aepsych.core.game.event.GameEvent.ParticipantSilent;
import org.aepsych.core.game.event.GameEvent.QuestionAnswered;
import org.aepsych.core.game.event.GameEvent.RegistrationSwitched;
import org.aepsych.core.game.event.GameEvent.RoundAdvanced;
import org.aepsych.core.game.event.GameEvent.RoundSettled;
import org.aepsych.core.game.event.GameEvent.StandInPlayed;
import org.aepsych.core.game.event.GameEvent.WordsAdded;
import org.aepsych.core.game.lottery.Score;
import org.aepsych.core.game.lottery.Tally;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.state.Notes.Note;

/** What each event puts into the result tables, given the state after it. */
public final class GameRows implements GameEvent.Visitor<List<ResultRow>> {
    private static final int NOT_JOINED = -1;

    /** Between the averages of the second and further roles. */
    private static final String FURTHER = " | ";

    private final GameState after;
    private final RecordedEvent recorded;

    /**
     * Writes the rows of one event.
     *
     * @param after the state after the event
     * @param recorded the event as the log has it
     */
    public GameRows(GameState after, RecordedEvent recorded) {
        this.after = after;
        this.recorded = recorded;
    }

    @Override
    public List<ResultRow> defined(GameDefined event) {
        List<ResultRow> rows = new ArrayList<>();
        rows.add(new ConfigRow(recorded.sequence(), recorded.timestamp(), event.config()));
        rows.add(experiment());
        event.definition()
                .games()
                .forEach(game ->
                        rows.add(new GameRow(game.id(), game.name(), game.rows(), game.columns(), game.payoffText())));
        return rows;
    }

    /** Who registers late has earned nothing in the rounds before. */
    @Override
    public List<ResultRow> registered(ParticipantRegistered event) {
        List<ResultRow> rows = new ArrayList<>();
        rows.add(player(event.participant()));
        after.closed()
                .forEach(
                        closed -> rows.add(lottery(closed.round(), event.participant(), Rational.ZERO, Rational.ZERO)));
        return rows;
    }

    @Override
    public List<ResultRow> started(ExperimentStarted event) {
        return List.of(experiment());
    }

    @Override
    public List<ResultRow> joined(ParticipantJoined event) {
        return List.of(player(event.participant()));
    }

    @Override
    public List<ResultRow> played(MixturePlayed event) {
        int size = event.mixture().weights().size();
        int choices = after.open().played(event.participant()).size();
        List<ResultRow> rows = new ArrayList<>();
        rows.add(new ChoiceRow(
                event.round(),
                event.participant(),
                event.game(),
                event.mixture().toString(),
                size,
                recorded.timestamp()));
        rows.add(new GameplayRow(event.round(), event.participant(), choices));
        if (hasJustArrived(event.participant())) {
            rows.add(player(event.participant()));
        }
        return rows;
    }

    /** Most plays are not the first sign of somebody, and need not write their row. */
    private boolean hasJustArrived(ParticipantId participant) {
        return after.known(participant).arrival().equals(Arrival.here(recorded.timestamp()));
    }

    @Override
    public List<ResultRow> advanced(RoundAdvanced event) {
        return List.of(experiment());
    }

    @Override
    public List<ResultRow> settled(RoundSettled event) {
        List<ResultRow> rows = new ArrayList<>();
        for (GameAverage average : event.settlement().averages()) {
            rows.add(new PastRow(
                    event.round(),
                    average.game(),
                    text(average.rows()),
                    average.roles().stream().skip(1).map(GameRows::text).collect(Collectors.joining(FURTHER)),
                    average.skipped(),
                    average.plays(),
                    roundCount(average.game())));
        }
        event.settlement()
                .payoffs()
                .forEach(payoff -> rows.add(new PayoffRow(
                        event.round(),
                        payoff.participant(),
                        payoff.game(),
                        payoff.amount().toString())));
        ClosedRound closed = after.closed().get(event.round());
        after.players()
                .forEach(player ->
                        rows.add(lottery(event.round(), player.id(), player.payoff(), closed.earned(player.id()))));
        return rows;
    }

    @Override
    public List<ResultRow> finished(ExperimentFinished event) {
        return Stream.concat(Stream.of(experiment()), after.players().stream().map(GameRows::player))
                .toList();
    }

    @Override
    public List<ResultRow> drawn(LotteryDrawn event) {
        Map<ParticipantId, Winner> winners = new HashMap<>();
        event.winners().forEach(winner -> winners.put(winner.participant(), winner));
        List<ResultRow> rows = new ArrayList<>();
        rows.add(experiment());
        for (Player player : after.players()) {
            Winner winner = winners.get(player.id());
            rows.add(
                    winner == null
                            ? new WinnerRow(player.id(), false, 0, 0)
                            : new WinnerRow(player.id(), true, winner.prize(), winner.ticket()));
        }
        return rows;
    }

    @Override
    public List<ResultRow> enabled(ParticipantEnabled event) {
        return List.of(player(event.participant()));
    }

    @Override
    public List<ResultRow> paused(ExperimentPaused event) {
        return List.of(experiment());
    }

    @Override
    public List<ResultRow> resumed(ExperimentResumed event) {
        return List.of(experiment());
    }

    @Override
    public List<ResultRow> switched(RegistrationSwitched event) {
        return List.of(experiment());
    }

    @Override
    public List<ResultRow> answered(QuestionAnswered event) {
        Player player = after.require(event.participant());
        Attempts attempts = player.questions().tried(event.question()).orElseThrow();
        return List.of(
                player(player),
                new QuestionnaireRow(player.id(), event.question(), attempts.tries(), attempts.first()));
    }

    @Override
    public List<ResultRow> issued(LinkIssued event) {
        return List.of(player(event.participant()));
    }

    @Override
    public List<ResultRow> redeemed(LinkRedeemed event) {
        return List.of(player(event.participant()));
    }

    @Override
    public List<ResultRow> wiped(ExperimentWiped event) {
        List<ResultRow> rows = new ArrayList<>(List.of(new ParticipantsCleared(), experiment()));
        after.players().forEach(player -> rows.add(player(player)));
        return rows;
    }

    @Override
    public List<ResultRow> disabled(ParticipantDisabled event) {
        return List.of(player(event.participant()));
    }

    private ExperimentRow experiment() {
        GameDefinition definition = after.definition();
        Schedule schedule = definition.schedule();
        Progress progress = after.progress();
        return new ExperimentRow(
                progress.phase().number(),
                progress.start(),
                schedule.rounds(),
                schedule.playRounds(),
                schedule.minutes(),
                schedule.percent() / 100.0,
                schedule.graceMinutes(),
                definition.admission().playerMax(),
                progress.round(),
                progress.began(),
                progress.selfRegistration(),
                definition.prize().lottery(),
                definition.questionnaire().required(),
                definition.display().instructions(),
                definition.display().flags(),
                after.tally().total(),
                definition.admission().keptAfterStart(),
                definition.prior().rounds().isEmpty()
                        ? ""
                        : PriorHistoryJson.write(definition.prior().rounds(), definition.games()),
                definition
                        .correspondence()
                        .logIn()
                        .filter(address -> progress.phase() != GamePhase.NEW)
                        .map(URI::toString)
                        .orElse(""));
    }

    private ResultRow player(ParticipantId id) {
        return player(after.require(id));
    }

    private static ResultRow player(Player player) {
        return new PlayerRow(
                player.id(),
                player.seat().map(seat -> seat.role().number()).orElse(0),
                player.seat().map(Seat::joined).orElse(NOT_JOINED),
                player.enabled(),
                player.selfRegistered(),
                player.rseed(),
                player.questions().inOrder(),
                player.score().map(Score::firstTicket).orElse(0L),
                player.score().map(Score::tickets).orElse(0L),
                player.version(),
                player.absence().filter(Absence::released).map(Absence::round),
                player.arrival().state());
    }

    private static ResultRow lottery(int round, ParticipantId player, Rational aggregate, Rational current) {
        return new LotteryRow(round, player, aggregate.toString(), Tally.tickets(aggregate), current.toString());
    }

    private int roundCount(int game) {
        return (int) after.closed().stream()
                .map(ClosedRound::averages)
                .flatMap(Collection::stream)
                .filter(average -> average.game() == game && !average.skipped())
                .count();
    }

    private static String text(List<Rational> numbers) {
        return numbers.stream().map(Rational::toString).collect(Collectors.joining(" "));
    }

    @Override
    public List<ResultRow> bound(LotteryBound event) {
        return List.of();
    }

    @Override
    public List<ResultRow> added(WordsAdded event) {
        return List.of();
    }

    @Override
    public List<ResultRow> silent(ParticipantSilent event) {
        return List.of(player(event.participant()));
    }

    @Override
    public List<ResultRow> returned(ParticipantReturned event) {
        return List.of(player(event.participant()));
    }

    @Override
    public List<ResultRow> stoodIn(StandInPlayed event) {
        return played(event.asPlay());
    }

    @Override
    public List<ResultRow> released(ParticipantReleased event) {
        return List.of(player(event.participant()));
    }

    @Override
    public List<ResultRow> noted(NoteSent event) {
        Note note = after.notes().note(event.number()).orElseThrow();
        return event.to().stream().map(participant -> note(note, participant)).toList();
    }

    @Override
    public List<ResultRow> dismissed(NoteDismissed event) {
        return after.notes().note(event.number()).stream()
                .map(note -> note(note, event.participant()))
                .toList();
    }

    private static ResultRow note(Note note, ParticipantId participant) {
        return new NoteRow(
                note.number(),
                participant,
                note.at(),
                note.text(),
                Optional.ofNullable(note.dismissed().get(participant)));
    }
}
