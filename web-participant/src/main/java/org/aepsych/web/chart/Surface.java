package org.aepsych.web.chart;

import java.util.List;

/**
 * Heights over a grid.
 *
 * @param xs horizontal coordinates, rising
 * @param ys vertical coordinates, rising
 * @param heights for each pair of them, the vertical one changing fastest
 */
public record Surface(List<Double> xs, List<Double> ys, List<Double> heights) {
    /** Copies the lists. */
    public Surface {
        xs = List.copyOf(xs);
        ys = List.copyOf(ys);
        heights = List.copyOf(heights);
        if (heights.size() != xs.size() * ys.size()) {
            throw new IllegalArgumentException(
                    "a surface over " + xs.size() + " by " + ys.size() + " places has " + heights.size() + " heights");
        }
    }

    double height(int column, int row) {
        return heights.get(column * ys.size() + row);
    }
}
