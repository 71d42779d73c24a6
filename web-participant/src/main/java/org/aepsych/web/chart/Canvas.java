package org.aepsych.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws a chart in the units of its data. Not thread-safe. */
public final class Canvas {
    private static final int MARKS = 5;

    private final Plot.Box frame;
    private final Scale x;
    private final Scale y;
    private final List<Plot.Area> areas = new ArrayList<>();
    private final List<Plot.Tile> tiles = new ArrayList<>();
    private final List<Plot.Shape> bands = new ArrayList<>();
    private final List<Plot.Segment> rules = new ArrayList<>();
    private final List<Plot.Segment> arrows = new ArrayList<>();
    private final List<Plot.Shape> lines = new ArrayList<>();
    private final List<Plot.Dot> dots = new ArrayList<>();
    private final List<Plot.Note> notes = new ArrayList<>();
    private final List<Plot.Key> legend = new ArrayList<>();

    private Canvas(Plot.Box frame, Range horizontal, Range vertical) {
        this.frame = frame;
        this.x = horizontal.scale(frame.left(), frame.right());
        this.y = vertical.scale(frame.bottom(), frame.top());
    }

    /**
     * From where to where an axis goes.
     *
     * @param lower where it begins
     * @param upper where it ends
     * @param logarithmic whether equal distances are equal ratios
     */
    public record Range(double lower, double upper, boolean logarithmic) {
        /** Widens a range that is empty. */
        public Range {
            if (upper - lower < 1e-12) {
                upper = lower + 1;
            }
            logarithmic = logarithmic && lower > 0;
        }

        /**
         * A range whose equal distances are equal differences.
         *
         * @param lower where it begins
         * @param upper where it ends
         */
        public Range(double lower, double upper) {
            this(lower, upper, false);
        }

        private Scale scale(double from, double to) {
            return new Scale(lower, upper, from, to, logarithmic);
        }

        /** Shares of one. */
        public static final Range SHARES = new Range(0, 1);
    }

    /**
     * A chart that is wider than high, for courses over time.
     *
     * @param horizontal range of the horizontal axis
     * @param vertical range of the vertical axis
     * @return without content
     */
    public static Canvas wide(Range horizontal, Range vertical) {
        return new Canvas(new Plot.Box(500, 270, 52, 490, 10, 224), horizontal, vertical);
    }

    /**
     * A chart that is as wide as high, for planes.
     *
     * @param horizontal range of the horizontal axis
     * @param vertical range of the vertical axis
     * @return without content
     */
    public static Canvas square(Range horizontal, Range vertical) {
        return new Canvas(new Plot.Box(440, 440, 56, 428, 12, 384), horizontal, vertical);
    }

    /**
     * A chart that is about as wide as high, with room for a scale of colours beside it.
     *
     * @param horizontal range of the horizontal axis
     * @param vertical range of the vertical axis
     * @return without content
     */
    public static Canvas map(Range horizontal, Range vertical) {
        return new Canvas(new Plot.Box(500, 440, 56, 428, 12, 384), horizontal, vertical);
    }

    /**
     * Fills the part of a plane in which a surface is at least as high as a level.
     *
     * @param surface over the plane
     * @param level how high
     * @param style CSS class
     * @return this
     */
    public Canvas region(Surface surface, double level, String style) {
        String path = contours(surface).region(level).stream()
                .map(line -> line.stream()
                        .map(place -> place.x() + " " + place.y())
                        .collect(Collectors.joining("L", "M", "Z")))
                .collect(Collectors.joining());
        if (!path.isEmpty()) {
            areas.add(new Plot.Area(path, style));
        }
        return this;
    }

    /**
     * Draws where a surface is as high as a level.
     *
     * @param surface over the plane
     * @param level how high
     * @param style CSS class
     * @return this
     */
    public Canvas contour(Surface surface, double level, String style) {
        contours(surface)
                .lines(level)
                .forEach(line -> lines.add(new Plot.Shape(
                        line.stream().map(place -> place.x() + "," + place.y()).collect(Collectors.joining(" ")),
                        style)));
        return this;
    }

    private Contours contours(Surface surface) {
        return new Contours(
                surface.xs().stream().mapToDouble(x::at).toArray(),
                surface.ys().stream().mapToDouble(y::at).toArray(),
                surface);
    }

    /**
     * Draws a scale of colours at the right edge, the lowest at the bottom.
     *
     * @param styles CSS classes
     * @param range from where to where the colours go
     * @return this
     */
    public Canvas bar(List<String> styles, Range range) {
        Scale scale = range.scale(frame.bottom(), frame.top());
        double left = frame.right() + 16;
        double height = (frame.bottom() - frame.top()) / styles.size();
        for (int i = 0; i < styles.size(); i++) {
            tiles.add(new Plot.Tile(
                    left,
                    hundredths(frame.bottom() - (i + 1) * height),
                    12,
                    hundredths(height + 0.4),
                    styles.get(i),
                    1));
        }
        scale.marks(MARKS).forEach(mark -> notes.add(new Plot.Note(left + 16, mark.at() + 4, mark.label(), "")));
        return this;
    }

    private static double hundredths(double value) {
        return Math.rint(value * 100) / 100;
    }

    /**
     * Writes words beside a place.
     *
     * @param px horizontal coordinate
     * @param py vertical coordinate
     * @param text what they say
     * @param style CSS class
     * @return this
     */
    public Canvas note(double px, double py, String text, String style) {
        notes.add(new Plot.Note(x.at(px), y.at(py), text, style));
        return this;
    }

    /**
     * Draws a curve; numbers that are not finite interrupt it.
     *
     * @param xs horizontal coordinates
     * @param ys vertical coordinates, as many
     * @param style CSS class
     * @return this
     */
    public Canvas line(List<Double> xs, List<Double> ys, String style) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < xs.size(); i++) {
            if (Double.isFinite(ys.get(i))) {
                points.add(point(xs.get(i), ys.get(i)));
            } else {
                finish(points, style);
            }
        }
        finish(points, style);
        return this;
    }

    private void finish(List<String> points, String style) {
        if (points.size() > 1) {
            lines.add(new Plot.Shape(String.join(" ", points), style));
        }
        points.clear();
    }

    /**
     * Fills the area between two curves.
     *
     * @param xs horizontal coordinates
     * @param lower vertical coordinates, as many
     * @param upper vertical coordinates, as many
     * @param style CSS class
     * @return this
     */
    public Canvas band(List<Double> xs, List<Double> lower, List<Double> upper, String style) {
        List<String> points = IntStream.range(0, xs.size())
                .mapToObj(i -> point(xs.get(i), upper.get(i)))
                .collect(Collectors.toCollection(ArrayList::new));
        for (int i = xs.size() - 1; i >= 0; i--) {
            points.add(point(xs.get(i), lower.get(i)));
        }
        bands.add(new Plot.Shape(String.join(" ", points), style));
        return this;
    }

    /**
     * Draws a horizontal line from edge to edge.
     *
     * @param at vertical coordinate
     * @param style CSS class
     * @return this
     */
    public Canvas level(double at, String style) {
        rules.add(new Plot.Segment(frame.left(), y.at(at), frame.right(), y.at(at), style));
        return this;
    }

    /**
     * Draws a straight line.
     *
     * @param x1 where it begins
     * @param y1 where it begins
     * @param x2 where it ends
     * @param y2 where it ends
     * @param style CSS class
     * @return this
     */
    public Canvas segment(double x1, double y1, double x2, double y2, String style) {
        rules.add(new Plot.Segment(x.at(x1), y.at(y1), x.at(x2), y.at(y2), style));
        return this;
    }

    /**
     * Draws an arrow.
     *
     * @param x1 where it begins
     * @param y1 where it begins
     * @param x2 where it points
     * @param y2 where it points
     * @param style CSS class
     * @return this
     */
    public Canvas arrow(double x1, double y1, double x2, double y2, String style) {
        arrows.add(new Plot.Segment(x.at(x1), y.at(y1), x.at(x2), y.at(y2), style));
        return this;
    }

    /**
     * Draws a point.
     *
     * @param px horizontal coordinate
     * @param py vertical coordinate
     * @param radius in units of the view box
     * @param style CSS class
     * @param label what it is, in words
     * @return this
     */
    public Canvas dot(double px, double py, double radius, String style, String label) {
        dots.add(new Plot.Dot(x.at(px), y.at(py), radius, style, label));
        return this;
    }

    /**
     * Shades a rectangle.
     *
     * @param left horizontal coordinate
     * @param right horizontal coordinate
     * @param lower vertical coordinate
     * @param upper vertical coordinate
     * @param style CSS class
     * @param opacity 0 to 1
     * @return this
     */
    public Canvas tile(double left, double right, double lower, double upper, String style, double opacity) {
        double top = y.at(upper);
        // A little overlap hides the seams between neighbours.
        tiles.add(new Plot.Tile(
                x.at(left),
                top,
                x.at(right) - x.at(left) + 0.4,
                y.at(lower) - top + 0.4,
                style,
                Math.rint(Math.max(0, Math.min(1, opacity)) * 1000) / 1000));
        return this;
    }

    /**
     * Explains a style.
     *
     * @param style CSS class
     * @param form {@code line}, {@code dot} or {@code area}
     * @param label in words
     * @return this
     */
    public Canvas key(String style, String form, String label) {
        legend.add(new Plot.Key(style, form, label));
        return this;
    }

    /**
     * Finishes a chart over a range of numbers.
     *
     * @param title what it is called
     * @param description what it shows, for those who do not see it
     * @param horizontal what the horizontal axis means
     * @param vertical what the vertical axis means
     * @param table the same numbers
     * @return the chart
     */
    public Plot plot(String title, String description, String horizontal, String vertical, Plot.Table table) {
        return plot(title, description, horizontal, vertical, table, x.marks(MARKS));
    }

    /**
     * Finishes a chart over something counted, such as rounds.
     *
     * @param title what it is called
     * @param description what it shows, for those who do not see it
     * @param horizontal what is counted
     * @param vertical what the vertical axis means
     * @param table the same numbers
     * @return the chart
     */
    public Plot countedPlot(String title, String description, String horizontal, String vertical, Plot.Table table) {
        return plot(title, description, horizontal, vertical, table, x.wholeMarks(2 * MARKS));
    }

    /**
     * Finishes a chart over categories, which are at 0, 1, 2 and so on.
     *
     * @param title what it is called
     * @param description what it shows, for those who do not see it
     * @param labels of the categories
     * @param horizontal what the horizontal axis means
     * @param vertical what the vertical axis means
     * @param table the same numbers
     * @return the chart
     */
    public Plot labelledPlot(
            String title,
            String description,
            List<String> labels,
            String horizontal,
            String vertical,
            Plot.Table table) {
        List<Plot.Mark> marks = IntStream.range(0, labels.size())
                .mapToObj(i -> new Plot.Mark(x.at(i), labels.get(i)))
                .toList();
        return plot(title, description, horizontal, vertical, table, marks);
    }

    private Plot plot(
            String title,
            String description,
            String horizontal,
            String vertical,
            Plot.Table table,
            List<Plot.Mark> marks) {
        return new Plot(
                title,
                description,
                frame,
                marks,
                y.marks(MARKS),
                horizontal,
                vertical,
                areas,
                tiles,
                bands,
                rules,
                arrows,
                lines,
                dots,
                notes,
                legend,
                table);
    }

    private String point(double px, double py) {
        return x.at(px) + "," + y.at(py);
    }
}
