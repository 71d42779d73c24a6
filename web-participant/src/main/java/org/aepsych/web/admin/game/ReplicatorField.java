package org.aepsych.web.admin.game;

import org.aepsych.api.game.Game;
import org.aepsych.api.game.Role;
import org.aepsych.web.chart.Canvas;

/**
 * The replicator dynamics of a game of two by two (Taylor 1979): each action grows by how much more it earns than its
 * side does on average.
 */
final class ReplicatorField {
    private static final int ARROWS = 11;
    private static final double LENGTH = 0.06;

    private final double[][] row = new double[2][2];
    private final double[][] column = new double[2][2];

    ReplicatorField(Game game) {
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                row[i][j] = game.payoff(Role.ROW, i, j).toDouble();
                column[i][j] = game.payoff(Role.COLUMN, i, j).toDouble();
            }
        }
    }

    /** Change of the weight of the row players' first action. */
    double rows(double x, double y) {
        double first = row[0][0] * y + row[0][1] * (1 - y);
        double second = row[1][0] * y + row[1][1] * (1 - y);
        return x * (1 - x) * (first - second);
    }

    /** Change of the weight of the column players' first action. */
    double columns(double x, double y) {
        double first = column[0][0] * x + column[1][0] * (1 - x);
        double second = column[0][1] * x + column[1][1] * (1 - x);
        return y * (1 - y) * (first - second);
    }

    void draw(Canvas canvas) {
        double fastest = 1e-12;
        for (int i = 0; i < ARROWS; i++) {
            for (int j = 0; j < ARROWS; j++) {
                fastest = Math.max(fastest, speed(at(i), at(j)));
            }
        }
        for (int i = 0; i < ARROWS; i++) {
            for (int j = 0; j < ARROWS; j++) {
                double speed = speed(at(i), at(j));
                if (speed > fastest * 1e-4) {
                    // A root keeps slow places visible.
                    double scale = LENGTH * Math.sqrt(speed / fastest) / speed;
                    double dx = rows(at(i), at(j)) * scale / 2;
                    double dy = columns(at(i), at(j)) * scale / 2;
                    canvas.arrow(at(i) - dx, at(j) - dy, at(i) + dx, at(j) + dy, "");
                }
            }
        }
    }

    private double speed(double x, double y) {
        return Math.hypot(rows(x, y), columns(x, y));
    }

    private static double at(int place) {
        return (place + 0.5) / ARROWS;
    }
}
