package org.aepsych.core.game.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultRow.ChoiceRow;
import org.aepsych.api.storage.ResultRow.ExperimentRow;
import org.aepsych.api.storage.ResultRow.GameplayRow;
import org.aepsych.api.storage.ResultRow.LotteryRow;
import org.aepsych.api.storage.ResultRow.PastRow;
import org.aepsych.api.storage.ResultRow.PayoffRow;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.api.storage.ResultRow.WinnerRow;
import org.aepsych.core.engine.Command;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.event.GameEvent.ExperimentStarted;
import org.aepsych.core.game.event.GameEvent.ParticipantJoined;
import org.aepsych.core.game.event.GameEvent.ParticipantRegistered;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run that gamelab 1.1.10 itself recorded, played again: every number must be the same. */
@OnEveryStorage
class GoldenRunTest {
    private final GameLab lab = new GameLab();
    private final JsonNode golden = read();
    private final JsonNode expected = golden.required("expected");
    private ExperimentId id = new ExperimentId("not yet");

    private static JsonNode read() {
        try (InputStream in = GoldenRunTest.class.getResourceAsStream("/gamelab-golden.json")) {
            return JsonMapper.builder().build().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void playTheRunAgain() {
        JsonNode input = golden.required("input");
        id = lab.experiments.define("""
                [common]
                protocol = game
                games = [pd, rps]
                rounds = 4
                minutes = 1
                lottery = 10 000 SEK
                [pd]
                rows = 2
                columns = 2
                payoffs = 3 3 0 5 5 0 1 1
                [rps]
                payoffs =
                    1, -1 | 0, 0 | -1, 1
                    0, 0 | -1, 1 | 1, -1
                    -1, 1 | 1, -1 | 1/2, 1/4
                """);
        record(draft -> {
            for (JsonNode player : input.required("players")) {
                draft.record(new ParticipantRegistered(participant(player, "id"), true, number(player, "rseed")));
            }
            draft.record(new ExperimentStarted(lab.clock.instant(), true));
            for (JsonNode player : input.required("players")) {
                Role role = number(player, "role") == 0 ? Role.ROW : Role.COLUMN;
                draft.record(new ParticipantJoined(participant(player, "id"), role, number(player, "joined")));
            }
            draft.catchUp();
        });
        for (int round = 0; round < 4; round++) {
            for (JsonNode choice : input.required("choices")) {
                if (number(choice, "round") == round) {
                    lab.participation.play(
                            id,
                            participant(choice, "playerid"),
                            round,
                            number(choice, "gameid"),
                            Mixture.parse(text(choice, "strats")));
                }
            }
            lab.conduct.advance(id);
        }
        lab.conduct.draw(id, number(input, "winners"), number(input, "winseed"));
    }

    private void record(Consumer<Draft> facts) {
        Command<GameState, GameEvent, Boolean> command = (GameState state, Instant now) -> {
            Draft draft = new Draft(state, now, lab.rules);
            facts.accept(draft);
            return draft.decision(after -> true);
        };
        assertThat(lab.lane(id).submit(command).join()).isTrue();
    }

    @Test
    void averagesAreTheSame() {
        check(
                PastRow.class,
                "past",
                row -> new PastRow(
                        number(row, "round"),
                        number(row, "gameid"),
                        text(row, "currentsp1"),
                        text(row, "currentsp2"),
                        number(row, "skip") == 1,
                        number(row, "plays"),
                        number(row, "roundcount")));
    }

    @Test
    void payoffsAreTheSame() {
        check(
                PayoffRow.class,
                "payoff",
                row -> new PayoffRow(
                        number(row, "round"),
                        participant(row, "playerid"),
                        number(row, "gameid"),
                        text(row, "payoff")));
    }

    @Test
    void ticketsOfEveryRoundAreTheSame() {
        check(
                LotteryRow.class,
                "lottery",
                row -> new LotteryRow(
                        number(row, "round"),
                        participant(row, "playerid"),
                        text(row, "aggrpayoff"),
                        number(row, "aggrtickets"),
                        text(row, "curpayoff")));
    }

    @Test
    void winnersAreTheSame() {
        check(
                WinnerRow.class,
                "winner",
                row -> new WinnerRow(
                        participant(row, "playerid"),
                        number(row, "winner") == 1,
                        number(row, "winrank"),
                        number(row, "rnum")));
    }

    @Test
    void theTallyIsTheSame() {
        assertThat(lab.rows(id, PlayerRow.class).stream()
                        .map(row -> row.id() + ": " + row.finalscore() + " from " + row.finalrank()))
                .containsExactlyElementsOf(rows("final")
                        .map(row -> number(row, "playerid") + ": " + number(row, "finalscore") + " from "
                                + number(row, "finalrank"))
                        .toList());
        ExperimentRow experiment = lab.rows(id, ExperimentRow.class).get(0);
        assertThat(experiment.total()).isEqualTo(number(expected, "total"));
        assertThat(experiment.state()).isEqualTo(number(expected, "state"));
        assertThat(experiment.round()).isEqualTo(4);
    }

    @Test
    void playsAreKeptAsTheyWerePlayed() {
        assertThat(lab.rows(id, ChoiceRow.class).stream()
                        .map(row -> row.round() + " " + row.player() + " " + row.game() + " " + row.strats() + " "
                                + row.stratsz()))
                .containsExactlyInAnyOrderElementsOf(StreamSupport.stream(
                                golden.required("input").required("choices").spliterator(), false)
                        .map(row -> number(row, "round") + " " + number(row, "playerid") + " "
                                + number(row, "gameid") + " " + text(row, "strats") + " "
                                + number(row, "stratsz"))
                        .toList());
        assertThat(lab.rows(id, GameplayRow.class)).hasSize(24).allMatch(row -> row.choices() == 2);
    }

    @Test
    void theLogStandsUpToBeingRunAgain() {
        assertThat(lab.replay().verify(lab.stream(id)).problem()).isEmpty();
        assertThat(lab.replay().rebuild(lab.stream(id)).identical()).isTrue();
    }

    private <T extends ResultRow> void check(Class<T> table, String name, Function<JsonNode, T> read) {
        List<T> wanted = rows(name).map(read).toList();
        assertThat(wanted).isNotEmpty();
        assertThat(lab.rows(id, table)).containsExactlyInAnyOrderElementsOf(wanted);
    }

    private Stream<JsonNode> rows(String name) {
        return StreamSupport.stream(expected.required(name).spliterator(), false);
    }

    private static int number(JsonNode node, String name) {
        return node.required(name).intValue();
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }

    private static ParticipantId participant(JsonNode node, String name) {
        return new ParticipantId(node.required(name).longValue());
    }
}
