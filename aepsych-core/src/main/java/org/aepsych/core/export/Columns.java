package org.aepsych.core.export;

import org.aepsych.api.number.Rational;

/** Columns and cells that several tables share. */
final class Columns {
    static final ExportColumn EXPERIMENT = new ExportColumn("experiment_id", ColumnType.TEXT, "id of the experiment");
    static final ExportColumn SESSION = new ExportColumn(
            "session_id", ColumnType.WHOLE, "number of the log: of the game experiment, or of one adaptive session");
    static final ExportColumn PARTICIPANT =
            new ExportColumn("participant_id", ColumnType.WHOLE, "pseudonymous number of the participant, from 1");
    static final ExportColumn ROLE = new ExportColumn(
            "role",
            ColumnType.TEXT,
            "row or column: which player of the games; empty until the participant has joined");
    static final ExportColumn ROUND = new ExportColumn("round", ColumnType.WHOLE, "round, from 0");
    static final ExportColumn GAME = new ExportColumn("game", ColumnType.WHOLE, "number of the game, from 1");
    static final ExportColumn GAME_NAME = new ExportColumn("game_name", ColumnType.TEXT, "name of the game");

    private Columns() {}

    static ExportColumn exact(String name, String description) {
        return new ExportColumn(
                name, ColumnType.TEXT, description + "; exact: a whole number or a fraction such as 1/3");
    }

    static ExportColumn rounded(String name, String of) {
        return new ExportColumn(name, ColumnType.REAL, of + " as the nearest floating-point number");
    }

    static double value(String rational) {
        return Rational.ofText(rational).toDouble();
    }
}
