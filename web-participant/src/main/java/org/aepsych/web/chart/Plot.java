package org.aepsych.web.chart;

import java.util.List;

/**
 * A chart in the units of its view box, ready to be written as SVG, and the same numbers as a table for those who read
 * or do not see. Drawn from back to front: areas, tiles, grid, bands, rules, arrows, lines, dots, notes.
 *
 * @param title what it is called
 * @param description what it shows, for those who do not see it
 * @param frame where the axes are
 * @param horizontal marks of the horizontal axis
 * @param vertical marks of the vertical axis
 * @param horizontalName what the horizontal axis means
 * @param verticalName what the vertical axis means
 * @param areas parts of a plane of any form
 * @param tiles parts of a plane
 * @param bands areas between two curves
 * @param rules horizontal or vertical lines from edge to edge
 * @param arrows directions
 * @param lines curves
 * @param dots points
 * @param notes words at a place
 * @param legend what the styles mean
 * @param table the same numbers
 */
public record Plot(
        String title,
        String description,
        Box frame,
        List<Mark> horizontal,
        List<Mark> vertical,
        String horizontalName,
        String verticalName,
        List<Area> areas,
        List<Tile> tiles,
        List<Shape> bands,
        List<Segment> rules,
        List<Segment> arrows,
        List<Shape> lines,
        List<Dot> dots,
        List<Note> notes,
        List<Key> legend,
        Table table) {
    /** Copies the lists. */
    public Plot {
        horizontal = List.copyOf(horizontal);
        vertical = List.copyOf(vertical);
        areas = List.copyOf(areas);
        tiles = List.copyOf(tiles);
        bands = List.copyOf(bands);
        rules = List.copyOf(rules);
        arrows = List.copyOf(arrows);
        lines = List.copyOf(lines);
        dots = List.copyOf(dots);
        notes = List.copyOf(notes);
        legend = List.copyOf(legend);
    }

    /**
     * Tells whether it is about as high as wide, and so needs no more room than half a page.
     *
     * @return whether the view box is nearly square
     */
    public boolean square() {
        return 10 * frame.height() >= 8 * frame.width();
    }

    /**
     * Where the axes are.
     *
     * @param width of the view box
     * @param height of the view box
     * @param left edge of the plot
     * @param right edge
     * @param top edge
     * @param bottom edge
     */
    public record Box(int width, int height, double left, double right, double top, double bottom) {}

    /**
     * A mark of an axis.
     *
     * @param at where
     * @param label what it says
     */
    public record Mark(double at, String label) {}

    /**
     * A part of a plane of any form.
     *
     * @param path as SVG has it, filled by the rule of even and odd
     * @param style CSS class
     */
    public record Area(String path, String style) {}

    /**
     * Words at a place.
     *
     * @param x where they begin
     * @param y their base line
     * @param text what they say
     * @param style CSS class
     */
    public record Note(double x, double y, String text, String style) {}

    /**
     * A part of a plane.
     *
     * @param x left edge
     * @param y upper edge
     * @param width from edge to edge
     * @param height from edge to edge
     * @param style CSS class
     * @param opacity 0 to 1
     */
    public record Tile(double x, double y, double width, double height, String style, double opacity) {}

    /**
     * A curve, or the outline of an area.
     *
     * @param points as SVG has them
     * @param style CSS class
     */
    public record Shape(String points, String style) {}

    /**
     * A straight line.
     *
     * @param x1 where it begins
     * @param y1 where it begins
     * @param x2 where it ends
     * @param y2 where it ends
     * @param style CSS class
     */
    public record Segment(double x1, double y1, double x2, double y2, String style) {}

    /**
     * A point.
     *
     * @param x where
     * @param y where
     * @param radius its size
     * @param style CSS class
     * @param label what it is, in words
     */
    public record Dot(double x, double y, double radius, String style, String label) {}

    /**
     * What a style means.
     *
     * @param style CSS class
     * @param form {@code line}, {@code dot} or {@code area}
     * @param label in words
     */
    public record Key(String style, String form, String label) {}

    /**
     * Numbers in rows and columns.
     *
     * @param columns headings
     * @param rows cells as shown; the first of each is the row's heading
     */
    public record Table(List<String> columns, List<List<String>> rows) {
        /** Copies the lists. */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
