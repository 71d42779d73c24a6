package org.aepsych.core.testing;

import java.util.Comparator;
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

/** Where a row stands: its table in the order of {@link ResultRow}, then up to three parts of its key. */
record RowPlace(int table, long first, long second, long third) implements Comparable<RowPlace> {
    private static final Comparator<RowPlace> ORDER = Comparator.comparingInt(RowPlace::table)
            .thenComparingLong(RowPlace::first)
            .thenComparingLong(RowPlace::second)
            .thenComparingLong(RowPlace::third);

    static RowPlace of(ResultRow row) {
        if (row instanceof ConfigRow config) {
            return new RowPlace(0, config.sequence(), 0, 0);
        } else if (row instanceof TrialRow trial) {
            return new RowPlace(1, trial.sequence(), trial.index(), 0);
        } else if (row instanceof ExperimentRow) {
            return new RowPlace(2, 0, 0, 0);
        } else if (row instanceof GameRow game) {
            return new RowPlace(3, game.id(), 0, 0);
        } else if (row instanceof PlayerRow player) {
            return new RowPlace(4, player.id().value(), 0, 0);
        } else if (row instanceof ChoiceRow choice) {
            return new RowPlace(5, choice.round(), choice.player().value(), choice.game());
        } else if (row instanceof GameplayRow gameplay) {
            return new RowPlace(6, gameplay.round(), gameplay.player().value(), 0);
        } else if (row instanceof PastRow past) {
            return new RowPlace(7, past.round(), past.game(), 0);
        } else if (row instanceof PayoffRow payoff) {
            return new RowPlace(8, payoff.round(), payoff.player().value(), payoff.game());
        } else if (row instanceof LotteryRow lottery) {
            return new RowPlace(9, lottery.round(), lottery.player().value(), 0);
        } else if (row instanceof WinnerRow winner) {
            return new RowPlace(10, winner.player().value(), 0, 0);
        } else if (row instanceof QuestionnaireRow answers) {
            return new RowPlace(11, answers.player().value(), answers.rank(), 0);
        } else if (row instanceof NoteRow note) {
            return new RowPlace(12, note.number(), note.player().value(), 0);
        }
        throw new IllegalArgumentException("a row of no known table: " + row);
    }

    @Override
    public int compareTo(RowPlace other) {
        return ORDER.compare(this, other);
    }
}
