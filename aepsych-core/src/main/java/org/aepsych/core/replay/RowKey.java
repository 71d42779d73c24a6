package org.aepsych.core.replay;

import java.util.List;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultRow.ChoiceRow;
import org.aepsych.api.storage.ResultRow.ConfigRow;
import org.aepsych.api.storage.ResultRow.ExperimentRow;
import org.aepsych.api.storage.ResultRow.GameRow;
import org.aepsych.api.storage.ResultRow.GameplayRow;
import org.aepsych.api.storage.ResultRow.LotteryRow;
import org.aepsych.api.storage.ResultRow.NoteRow;
import org.aepsych.api.storage.ResultRow.PastRow;
import org.aepsych.api.storage.ResultRow.PayoffRow;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.api.storage.ResultRow.QuestionnaireRow;
import org.aepsych.api.storage.ResultRow.TrialRow;
import org.aepsych.api.storage.ResultRow.WinnerRow;

/** What makes a result row the same row: its class and the key components named in {@link ResultRow}. */
final class RowKey {
    private RowKey() {}

    static Object of(ResultRow row) {
        if (row instanceof ConfigRow config) {
            return List.of("config", config.sequence());
        } else if (row instanceof TrialRow trial) {
            return List.of("trial", trial.sequence(), trial.index());
        } else if (row instanceof ExperimentRow) {
            return List.of("experiment");
        } else if (row instanceof GameRow game) {
            return List.of("game", game.id());
        } else if (row instanceof PlayerRow player) {
            return List.of("player", player.id());
        } else if (row instanceof ChoiceRow choice) {
            return List.of("choice", choice.round(), choice.player(), choice.game());
        } else if (row instanceof GameplayRow gameplay) {
            return List.of("gameplay", gameplay.round(), gameplay.player());
        } else if (row instanceof PastRow past) {
            return List.of("past", past.round(), past.game());
        } else if (row instanceof PayoffRow payoff) {
            return List.of("payoff", payoff.round(), payoff.player(), payoff.game());
        } else if (row instanceof LotteryRow lottery) {
            return List.of("lottery", lottery.round(), lottery.player());
        } else if (row instanceof WinnerRow winner) {
            return List.of("winner", winner.player());
        } else if (row instanceof QuestionnaireRow answers) {
            return List.of("questionnaire", answers.player(), answers.rank());
        } else if (row instanceof NoteRow note) {
            return List.of("note", note.number(), note.player());
        }
        throw new IllegalStateException("a result row without a key: " + row.getClass());
    }
}
