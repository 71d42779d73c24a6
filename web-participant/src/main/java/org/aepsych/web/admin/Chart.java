package org.aepsych.web.admin;

import java.util.List;

/**
 * A drawing of trials, and of what the model predicts, in the units of its view box.
 *
 * @param description what it shows, for those who do not see it
 * @param width of the view box
 * @param height of the view box
 * @param left where the plot begins
 * @param right where it ends
 * @param top where it begins
 * @param bottom where it ends
 * @param horizontal marks of the horizontal axis
 * @param vertical marks of the vertical axis
 * @param horizontalName what the horizontal axis means
 * @param verticalName what the vertical axis means
 * @param curve predicted probabilities as points of a line, empty if there are none
 * @param tiles predicted probabilities over a plane
 * @param dots trials
 */
public record Chart(
        String description,
        int width,
        int height,
        double left,
        double right,
        double top,
        double bottom,
        List<Mark> horizontal,
        List<Mark> vertical,
        String horizontalName,
        String verticalName,
        String curve,
        List<Tile> tiles,
        List<Dot> dots) {
    /** Copies the lists. */
    public Chart {
        horizontal = List.copyOf(horizontal);
        vertical = List.copyOf(vertical);
        tiles = List.copyOf(tiles);
        dots = List.copyOf(dots);
    }

    /**
     * A mark of an axis.
     *
     * @param at where
     * @param label what it says
     */
    public record Mark(double at, String label) {}

    /**
     * A part of a plane.
     *
     * @param x left edge
     * @param y upper edge
     * @param width from edge to edge
     * @param height from edge to edge
     * @param opacity 0 to 1, growing with the probability
     */
    public record Tile(double x, double y, double width, double height, double opacity) {}

    /**
     * A trial.
     *
     * @param x where
     * @param y where
     * @param yes whether the outcome was at least ½
     * @param label what it was, in words
     */
    public record Dot(double x, double y, boolean yes, String label) {}
}
