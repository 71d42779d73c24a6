package org.aepsych.core.game.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.number.Rational;
import org.aepsych.api.storage.ResultRow.ChoiceRow;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.event.GameEvent.GameDefined;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.Test;

/** Experiments with games in extensive form. */
@OnEveryStorage
class MoveByMoveTest {
    private static final String POKER = """
            [common]
            protocol = game
            games = [poker]
            rounds = 1
            shuffle = false
            [poker]
            tree =
                deal: chance: 1/2 -> high | 1/2 -> low
                high: row: bet -> high bet | fold -> (-1, 1)
                low: row: bet -> low bet | fold -> (-1, 1)
                high bet: column [bet]: call -> (2, -2) | fold -> (1, -1)
                low bet: column [bet]: call -> (-2, 2) | fold -> (1, -1)
            """;

    private final GameLab lab = new GameLab();

    private ParticipantId in(ExperimentId id, boolean row) {
        return lab.state(id).players().stream()
                .filter(player -> player.seat().orElseThrow().role().isRow() == row)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void aDefinitionIsWrittenAsItIsReadAndKeptInTheLog() {
        ExperimentId id = lab.experiments.define(POKER);
        GameDefinition definition = lab.experiments.definition(id);

        assertThat(definition.tree(1)).isPresent();
        assertThat(definition.game(1).orElseThrow().actions()).containsExactly(4, 2);
        assertThat(lab.experiments.preview(definition.toIni())).isEqualTo(definition);
        assertThat(((GameDefined) lab.protocol.decode(
                                lab.storage.events().read(lab.stream(id), 0).get(0)))
                        .definition())
                .isEqualTo(definition);
    }

    @Test
    void choicesAtInformationSetsArePlayedAsTheMixtureThatFollows() {
        ExperimentId id = lab.experiments.define(POKER);
        lab.register(id, "a");
        lab.register(id, "b");
        lab.conduct.start(id);
        ParticipantId row = in(id, true);
        ParticipantId column = in(id, false);

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(
                        () -> lab.participation.playMoves(id, row, 0, 1, List.of(List.of("1"), List.of("1/3", "1/3"))))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(StandardError.INPUT_INVALID));
        lab.participation.playMoves(id, row, 0, 1, List.of(List.of("1"), List.of("1/3", "2/3")));
        lab.participation.playMoves(id, column, 0, 1, List.of(List.of("2/3", "1/3")));
        lab.conduct.end(id);

        assertThat(lab.rows(id, ChoiceRow.class))
                .extracting(ChoiceRow::strats)
                .containsExactlyInAnyOrder("1/3 2/3 0 0", "2/3 1/3");
        // High card: 1/2 · (2/3 · 2 + 1/3 · 1); low card: 1/2 · (1/3 · (2/3 · −2 + 1/3) − 2/3).
        assertThat(lab.participation.participantView(id, row).payoff()).isEqualTo(Rational.ofText("1/3"));
        assertThat(lab.participation.participantView(id, column).payoff()).isEqualTo(Rational.ofText("-1/3"));
        assertThat(lab.experiments.explain(id, row, 0).problem()).isEmpty();
        assertThat(lab.replay().verify(lab.stream(id)).problem()).isEmpty();
        assertThat(lab.replay().rebuild(lab.stream(id)).identical()).isTrue();
    }

    @Test
    void whatIsWrongWithATreeIsSaidWithItsLine() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> lab.experiments.preview(POKER.replace("-> low bet", "-> lowbet")))
                .withMessageContaining("[poker] tree: node low leads to \"lowbet\"");
    }

    @Test
    void onlyTreesArePlayedMoveByMove() {
        ExperimentId id = lab.started(2, "rounds = 1");

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> lab.participation.playMoves(id, new ParticipantId(1), 0, 1, List.of()))
                .withMessageContaining("is not played move by move");
    }
}
