package org.aepsych.core.export;

import static org.aepsych.core.export.ColumnType.FLAG;
import static org.aepsych.core.export.ColumnType.REAL;
import static org.aepsych.core.export.ColumnType.TEXT;
import static org.aepsych.core.export.ColumnType.TIME;
import static org.aepsych.core.export.ColumnType.WHOLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.aepsych.api.storage.ResultRow.ChoiceRow;
import org.aepsych.api.storage.ResultRow.GameRow;
import org.aepsych.api.storage.ResultRow.GameplayRow;
import org.aepsych.api.storage.ResultRow.LotteryRow;
import org.aepsych.api.storage.ResultRow.NoteRow;
import org.aepsych.api.storage.ResultRow.PastRow;
import org.aepsych.api.storage.ResultRow.PayoffRow;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.api.storage.ResultRow.WinnerRow;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.jspecify.annotations.Nullable;

/** The tables of a game experiment. */
final class GameTables {
    private final ExportSource source;
    private final OpenedStream stream;
    private final String experiment;
    private final long session;
    private final Crowd crowd;

    GameTables(ExportSource source, OpenedStream stream) {
        this.source = source;
        this.stream = stream;
        this.experiment = stream.header().experimentId().value();
        this.session = stream.id().value();
        this.crowd = new Crowd(source, stream);
    }

    List<ExportTable> tables(boolean identifiers) {
        List<ExportTable> tables = new ArrayList<>(List.of(
                participants(),
                rounds(),
                plays(),
                payoffs(),
                averages(),
                games(),
                AnswerTable.of(source, stream),
                notes()));
        if (identifiers) {
            tables.add(identifiers());
        }
        tables.add(EventTable.of(source, List.of(stream)));
        return tables;
    }

    private ExportTable participants() {
        return new ExportTable(
                "participants",
                "one row for each participant",
                List.of(
                        Columns.EXPERIMENT,
                        Columns.SESSION,
                        Columns.PARTICIPANT,
                        Columns.ROLE,
                        new ExportColumn(
                                "joined_round",
                                WHOLE,
                                "first round that the participant could play; empty if not joined"),
                        new ExportColumn("enabled", FLAG, "whether the participant was not excluded"),
                        new ExportColumn("self_registered", FLAG, "whether the participant registered themselves"),
                        Columns.exact("payoff", "sum of all payoffs; empty before the first round is over"),
                        Columns.rounded("payoff_value", "payoff"),
                        new ExportColumn("tickets", WHOLE, "payoff rounded up to whole lottery tickets"),
                        new ExportColumn(
                                "winner", FLAG, "whether the participant won the lottery; empty before the draw"),
                        new ExportColumn("winner_rank", WHOLE, "number of the draw, from 0; empty unless winner"),
                        new ExportColumn(
                                "released_round",
                                WHOLE,
                                "round in which the participant left for good, from 0; -1 before the first; empty if"
                                        + " they did not")),
                reader -> crowd.players().forEach(player -> reader.accept(participant(player))));
    }

    private @Nullable Object[] participant(PlayerRow player) {
        Optional<LotteryRow> earned = crowd.earned(player.id());
        Optional<WinnerRow> drawn = crowd.drawn(player.id());
        return new Object[] {
            experiment,
            session,
            player.id().value(),
            crowd.role(player.id()),
            player.joined() < 0 ? null : (long) player.joined(),
            player.enabled(),
            player.autoadd(),
            earned.map(LotteryRow::aggrpayoff).orElse(null),
            earned.map(row -> Columns.value(row.aggrpayoff())).orElse(null),
            earned.map(LotteryRow::aggrtickets).orElse(null),
            drawn.map(WinnerRow::winner).orElse(null),
            drawn.filter(WinnerRow::winner).map(row -> (long) row.winrank()).orElse(null),
            player.released().map(Integer::longValue).orElse(null)
        };
    }

    private ExportTable rounds() {
        return new ExportTable(
                "rounds",
                "one row for each participant and round that is over",
                List.of(
                        Columns.EXPERIMENT,
                        Columns.SESSION,
                        Columns.PARTICIPANT,
                        Columns.ROLE,
                        Columns.ROUND,
                        new ExportColumn("games_played", WHOLE, "how many games the participant played in the round"),
                        Columns.exact("payoff", "sum of the payoffs of the round; 0 if the participant missed a game"),
                        Columns.rounded("payoff_value", "payoff"),
                        Columns.exact("total_payoff", "sum of the payoffs up to this round"),
                        Columns.rounded("total_payoff_value", "total_payoff"),
                        new ExportColumn("tickets", WHOLE, "total_payoff rounded up to whole lottery tickets")),
                this::rounds);
    }

    private void rounds(Consumer<@Nullable Object[]> reader) {
        GamesPlayed played = new GamesPlayed();
        source.rows(stream, GameplayRow.class, played::add);
        source.rows(
                stream,
                LotteryRow.class,
                row -> reader.accept(new Object[] {
                    experiment,
                    session,
                    row.player().value(),
                    crowd.role(row.player()),
                    (long) row.round(),
                    played.of(row.round(), row.player()),
                    row.curpayoff(),
                    Columns.value(row.curpayoff()),
                    row.aggrpayoff(),
                    Columns.value(row.aggrpayoff()),
                    row.aggrtickets()
                }));
    }

    private ExportTable plays() {
        return new ExportTable(
                "plays",
                "one row for each participant, round, game and action: how likely the participant chose the action",
                List.of(
                        Columns.EXPERIMENT,
                        Columns.SESSION,
                        Columns.PARTICIPANT,
                        Columns.ROLE,
                        Columns.ROUND,
                        Columns.GAME,
                        Columns.GAME_NAME,
                        new ExportColumn(
                                "action", WHOLE, "number of the action, from 0: from the top row or the left column"),
                        Columns.exact("probability", "weight of the action in the participant's mixture"),
                        Columns.rounded("probability_value", "probability"),
                        new ExportColumn("time", TIME, "when it was played, UTC"),
                        new ExportColumn("time_ms", WHOLE, "the same in milliseconds since 1970-01-01T00:00Z")),
                reader -> source.rows(stream, ChoiceRow.class, row -> play(row, reader)));
    }

    private void play(ChoiceRow row, Consumer<@Nullable Object[]> reader) {
        String[] weights = row.strats().split(" ", -1);
        for (int action = 0; action < weights.length; action++) {
            reader.accept(new Object[] {
                experiment,
                session,
                row.player().value(),
                crowd.role(row.player()),
                (long) row.round(),
                (long) row.game(),
                crowd.gameName(row.game()),
                (long) action,
                weights[action],
                Columns.value(weights[action]),
                row.created(),
                row.created().toEpochMilli()
            });
        }
    }

    private ExportTable payoffs() {
        return new ExportTable(
                "payoffs",
                "one row for each participant, round that is over, and game: what it earned",
                List.of(
                        Columns.EXPERIMENT,
                        Columns.SESSION,
                        Columns.PARTICIPANT,
                        Columns.ROLE,
                        Columns.ROUND,
                        Columns.GAME,
                        Columns.GAME_NAME,
                        Columns.exact("payoff", "amount earned against the average of the other role"),
                        Columns.rounded("payoff_value", "payoff")),
                reader -> source.rows(
                        stream,
                        PayoffRow.class,
                        row -> reader.accept(new Object[] {
                            experiment,
                            session,
                            row.player().value(),
                            crowd.role(row.player()),
                            (long) row.round(),
                            (long) row.game(),
                            crowd.gameName(row.game()),
                            row.payoff(),
                            Columns.value(row.payoff())
                        })));
    }

    private ExportTable averages() {
        return new ExportTable(
                "averages",
                "one row for each round that is over, game, role and action: the average mixture that payoffs are computed"
                        + " with",
                List.of(
                        Columns.EXPERIMENT,
                        Columns.SESSION,
                        Columns.ROUND,
                        Columns.GAME,
                        Columns.GAME_NAME,
                        new ExportColumn("role", TEXT, "row, column, or from the third role on such as player 3"),
                        new ExportColumn("action", WHOLE, "number of the action, from 0"),
                        Columns.exact("probability", "average weight over those who played every game of the round"),
                        Columns.rounded("probability_value", "probability"),
                        new ExportColumn("skipped", FLAG, "whether a role had nobody who played every game"),
                        new ExportColumn("plays", WHOLE, "participants of both roles who played every game")),
                reader -> source.rows(stream, PastRow.class, row -> {
                    average(row, 0, row.currentsp1(), reader);
                    String[] others = row.currentsp2().split(" \\| ", -1);
                    for (int other = 0; other < others.length; other++) {
                        average(row, other + 1, others[other], reader);
                    }
                }));
    }

    private void average(PastRow row, int role, String mixture, Consumer<@Nullable Object[]> reader) {
        String[] weights = mixture.split(" ", -1);
        for (int action = 0; action < weights.length; action++) {
            reader.accept(new Object[] {
                experiment,
                session,
                (long) row.round(),
                (long) row.game(),
                crowd.gameName(row.game()),
                Crowd.roleName(role),
                (long) action,
                weights[action],
                Columns.value(weights[action]),
                row.skip(),
                (long) row.plays()
            });
        }
    }

    private ExportTable games() {
        return new ExportTable(
                "games",
                "one row for each game and cell of its payoff bimatrix",
                List.of(
                        Columns.EXPERIMENT,
                        Columns.SESSION,
                        Columns.GAME,
                        Columns.GAME_NAME,
                        new ExportColumn("row_action", WHOLE, "action of the row player, from 0 at the top"),
                        new ExportColumn("column_action", WHOLE, "action of the column player, from 0 at the left"),
                        Columns.exact("row_payoff", "what the row player gets"),
                        new ExportColumn("row_payoff_value", REAL, "row_payoff as the nearest floating-point number"),
                        Columns.exact("column_payoff", "what the column player gets"),
                        Columns.rounded("column_payoff_value", "column_payoff")),
                reader -> crowd.games().forEach(game -> cells(game, reader)));
    }

    private void cells(GameRow game, Consumer<@Nullable Object[]> reader) {
        String[] payoffs = game.payoffs().split(" ", -1);
        for (int cell = 0; cell < payoffs.length / 2; cell++) {
            reader.accept(new Object[] {
                experiment,
                session,
                (long) game.id(),
                game.name(),
                (long) cell / game.p2(),
                (long) cell % game.p2(),
                payoffs[2 * cell],
                Columns.value(payoffs[2 * cell]),
                payoffs[2 * cell + 1],
                Columns.value(payoffs[2 * cell + 1])
            });
        }
    }

    private ExportTable notes() {
        return new ExportTable(
                "notes",
                "one row for each note that the experimenter wrote, and participant who got it",
                List.of(
                        Columns.EXPERIMENT,
                        Columns.SESSION,
                        Columns.PARTICIPANT,
                        new ExportColumn("note", WHOLE, "number of the note, from 1"),
                        new ExportColumn("sent", TIME, "when it was sent, UTC"),
                        new ExportColumn("text", TEXT, "what it says"),
                        new ExportColumn("dismissed", TIME, "when the participant put it away, UTC; empty if not yet")),
                reader -> source.rows(
                        stream,
                        NoteRow.class,
                        row -> reader.accept(new Object[] {
                            experiment,
                            session,
                            row.player().value(),
                            row.number(),
                            row.sent(),
                            row.text(),
                            row.dismissed().orElse(null)
                        })));
    }

    private ExportTable identifiers() {
        return new ExportTable(
                "identifiers",
                "one row for each participant who was not erased: who they are; keep it apart from the other tables",
                List.of(
                        Columns.EXPERIMENT,
                        Columns.SESSION,
                        Columns.PARTICIPANT,
                        new ExportColumn("identifier", TEXT, "personal: address or name that the participant gave"),
                        new ExportColumn("registered", TIME, "when the participant was registered, UTC")),
                reader -> source.storage()
                        .persons()
                        .list(stream.id())
                        .forEach(person -> reader.accept(new Object[] {
                            experiment, session, person.id().value(), person.identifier(), person.created()
                        })));
    }
}
