package org.aepsych.web.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps numbers to places on an axis.
 *
 * @param lower number at {@code from}
 * @param upper number at {@code to}, above {@code lower}
 * @param from where the axis begins
 * @param to where it ends
 */
public record Scale(double lower, double upper, double from, double to) {
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    /**
     * Returns where a number is; what lies beyond is drawn at the edge.
     *
     * @param value the number
     * @return rounded to hundredths of a unit
     */
    public double at(double value) {
        double share = Math.max(0, Math.min(1, (value - lower) / (upper - lower)));
        return Math.rint((from + share * (to - from)) * 100) / 100;
    }

    /**
     * Chooses round numbers for an axis.
     *
     * @param about how many are wanted
     * @return in order, all within the axis
     */
    public List<Plot.Mark> marks(int about) {
        double step = step((upper - lower) / about);
        List<Plot.Mark> marks = new ArrayList<>();
        for (double mark = Math.ceil(lower / step - 1e-9) * step; mark <= upper + step * 1e-9; mark += step) {
            marks.add(new Plot.Mark(at(mark), shown(Math.rint(mark / step) * step)));
        }
        return marks;
    }

    /**
     * Chooses whole numbers for an axis that counts.
     *
     * @param about how many are wanted
     * @return in order, all within the axis
     */
    public List<Plot.Mark> wholeMarks(int about) {
        double step = Math.max(1, step((upper - lower) / about));
        List<Plot.Mark> marks = new ArrayList<>();
        marks.add(new Plot.Mark(at(Math.ceil(lower)), shown(Math.ceil(lower))));
        for (double mark = (Math.floor(lower / step) + 1) * step; mark <= upper; mark += step) {
            if (mark >= lower + step / 2) {
                marks.add(new Plot.Mark(at(mark), shown(mark)));
            }
        }
        return marks;
    }

    /** Returns the round number that is nearest in proportion. */
    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double first = rough / power;
        return power * (first < 1.5 ? 1 : first < 3.5 ? 2 : first < 7.5 ? 5 : 10);
    }

    /**
     * Shows a number in few digits.
     *
     * @param value the number
     * @return with a true minus sign
     */
    public static String shown(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .round(DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('-', '\u2212')
                : Double.toString(value);
    }
}
