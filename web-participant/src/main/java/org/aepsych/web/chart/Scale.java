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
 * @param logarithmic whether equal distances are equal ratios; then {@code lower} is above 0
 */
public record Scale(double lower, double upper, double from, double to, boolean logarithmic) {
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final int FEWEST_DECADES = 3;

    /**
     * An axis on which equal distances are equal differences.
     *
     * @param lower number at {@code from}
     * @param upper number at {@code to}, above {@code lower}
     * @param from where the axis begins
     * @param to where it ends
     */
    public Scale(double lower, double upper, double from, double to) {
        this(lower, upper, from, to, false);
    }

    /**
     * Returns where a number is; what lies beyond is drawn at the edge.
     *
     * @param value the number
     * @return rounded to hundredths of a unit
     */
    public double at(double value) {
        double share = Math.max(0, Math.min(1, share(value)));
        return Math.rint((from + share * (to - from)) * 100) / 100;
    }

    private double share(double value) {
        if (logarithmic) {
            return value <= lower ? 0 : Math.log(value / lower) / Math.log(upper / lower);
        }
        return (value - lower) / (upper - lower);
    }

    /** Chooses 1, 2 and 5 of each decade, or only 1, or not even all of these where there are many decades. */
    private List<Plot.Mark> decades(int about) {
        int first = (int) Math.floor(Math.log10(lower));
        int last = (int) Math.ceil(Math.log10(upper));
        int step = Math.max(1, (int) Math.ceil((last - first) / (double) (2 * about)));
        int[] digits = last - first <= about / 2 + 1 ? new int[] {1, 2, 5} : new int[] {1};
        List<Plot.Mark> marks = new ArrayList<>();
        for (int power = first; power <= last; power += step) {
            for (int digit : digits) {
                BigDecimal mark = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
                double value = mark.doubleValue();
                if (value >= lower * (1 - 1e-9) && value <= upper * (1 + 1e-9)) {
                    marks.add(new Plot.Mark(at(value), shown(value)));
                }
            }
        }
        return marks;
    }

    /**
     * Chooses round numbers for an axis.
     *
     * @param about how many are wanted
     * @return in order, all within the axis
     */
    public List<Plot.Mark> marks(int about) {
        List<Plot.Mark> decades = logarithmic ? decades(about) : List.of();
        return decades.size() < FEWEST_DECADES ? roundMarks(about) : decades;
    }

    private List<Plot.Mark> roundMarks(int about) {
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
