package org.aepsych.web.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lines of equal height over a grid, by marching squares; between the places of the grid, heights are interpolated along
 * its edges. Where four places alternate between high and low, their mean decides which are joined.
 */
final class Contours {
    private final double[] xs;
    private final double[] ys;
    private final double[][] heights;

    /**
     * Contours of a surface.
     *
     * @param xs where its columns are drawn
     * @param ys where its rows are drawn
     * @param surface the heights
     */
    Contours(double[] xs, double[] ys, Surface surface) {
        this.xs = xs.clone();
        this.ys = ys.clone();
        heights = new double[xs.length][ys.length];
        for (int i = 0; i < xs.length; i++) {
            for (int j = 0; j < ys.length; j++) {
                heights[i][j] = surface.height(i, j);
            }
        }
    }

    private Contours(double[] xs, double[] ys, double[][] heights) {
        this.xs = xs;
        this.ys = ys;
        this.heights = heights;
    }

    /** A point of a line. */
    record Place(double x, double y) {}

    /** An edge of the grid, from a place to the right or up. */
    private record Edge(int column, int row, boolean up) {}

    private record Segment(Edge from, Edge to) {
        Edge other(Edge end) {
            return end.equals(from) ? to : from;
        }
    }

    /** Returns the outlines of the part that is at least as high as a level; all are closed. */
    List<List<Place>> region(double level) {
        return surrounded().lines(level);
    }

    /** The same surface within an abyss, so that every line is closed. */
    private Contours surrounded() {
        int columns = xs.length + 2;
        int rows = ys.length + 2;
        double[] wideXs = new double[columns];
        double[] wideYs = new double[rows];
        double[][] wide = new double[columns][rows];
        for (int i = 0; i < columns; i++) {
            int column = Math.max(0, Math.min(xs.length - 1, i - 1));
            wideXs[i] = xs[column];
            for (int j = 0; j < rows; j++) {
                int row = Math.max(0, Math.min(ys.length - 1, j - 1));
                wideYs[j] = ys[row];
                boolean inside = i > 0 && j > 0 && i < columns - 1 && j < rows - 1;
                wide[i][j] = inside ? heights[column][row] : Double.NEGATIVE_INFINITY;
            }
        }
        return new Contours(wideXs, wideYs, wide);
    }

    /** Returns the lines at which the surface is as high as a level; those that end do so at the border. */
    List<List<Place>> lines(double level) {
        Map<Edge, List<Segment>> ends = new HashMap<>();
        List<Segment> segments = segments(level);
        for (Segment segment : segments) {
            ends.computeIfAbsent(segment.from(), edge -> new ArrayList<>()).add(segment);
            ends.computeIfAbsent(segment.to(), edge -> new ArrayList<>()).add(segment);
        }
        List<List<Place>> lines = new ArrayList<>();
        for (Segment segment : segments) {
            if (take(ends, segment)) {
                Deque<Edge> line = new ArrayDeque<>(List.of(segment.from(), segment.to()));
                follow(ends, line, false);
                follow(ends, line, true);
                lines.add(line.stream().map(edge -> place(edge, level)).toList());
            }
        }
        return lines;
    }

    private static boolean take(Map<Edge, List<Segment>> ends, Segment segment) {
        boolean there = Objects.requireNonNull(ends.get(segment.from())).remove(segment);
        return there && Objects.requireNonNull(ends.get(segment.to())).remove(segment);
    }

    private static void follow(Map<Edge, List<Segment>> ends, Deque<Edge> line, boolean backwards) {
        while (true) {
            Edge end = backwards ? line.getFirst() : line.getLast();
            List<Segment> onwards = Objects.requireNonNull(ends.get(end));
            if (onwards.isEmpty()) {
                return;
            }
            Segment next = onwards.get(0);
            boolean unused = take(ends, next);
            if (backwards) {
                line.addFirst(next.other(end));
            } else {
                line.addLast(next.other(end));
            }
        }
    }

    private List<Segment> segments(double level) {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i + 1 < xs.length; i++) {
            for (int j = 0; j + 1 < ys.length; j++) {
                addSegments(i, j, level, segments);
            }
        }
        return segments;
    }

    private void addSegments(int i, int j, double level, List<Segment> segments) {
        Edge bottom = new Edge(i, j, false);
        Edge top = new Edge(i, j + 1, false);
        Edge left = new Edge(i, j, true);
        Edge right = new Edge(i + 1, j, true);
        boolean a = heights[i][j] >= level;
        boolean b = heights[i + 1][j] >= level;
        boolean c = heights[i + 1][j + 1] >= level;
        boolean d = heights[i][j + 1] >= level;
        List<Edge> crossed = new ArrayList<>();
        if (a != b) {
            crossed.add(bottom);
        }
        if (b != c) {
            crossed.add(right);
        }
        if (c != d) {
            crossed.add(top);
        }
        if (d != a) {
            crossed.add(left);
        }
        if (crossed.size() == 2) {
            segments.add(new Segment(crossed.get(0), crossed.get(1)));
        } else if (crossed.size() == 4) {
            double middle = (heights[i][j] + heights[i + 1][j] + heights[i + 1][j + 1] + heights[i][j + 1]) / 4;
            boolean together = middle >= level == a;
            segments.add(new Segment(bottom, together ? right : left));
            segments.add(new Segment(top, together ? left : right));
        }
    }

    private Place place(Edge edge, double level) {
        int i = edge.column();
        int j = edge.row();
        double from = heights[i][j];
        double to = edge.up() ? heights[i][j + 1] : heights[i + 1][j];
        double share = Double.isInfinite(from) ? 1 : Double.isInfinite(to) ? 0 : (level - from) / (to - from);
        double x = edge.up() ? xs[i] : xs[i] + share * (xs[i + 1] - xs[i]);
        double y = edge.up() ? ys[j] + share * (ys[j + 1] - ys[j]) : ys[j];
        return new Place(tenths(x), tenths(y));
    }

    private static double tenths(double value) {
        return Math.rint(value * 10) / 10;
    }
}
