package org.aepsych.web.view;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aepsych.api.number.Rational;

/** How exact numbers are shown to people. */
public final class Amounts {
    private static final BigInteger LARGEST_DENOMINATOR = BigInteger.valueOf(99);
    private static final int DECIMALS = 3;
    private static final char NO_BREAK_SPACE = '\u00a0';

    private Amounts() {}

    /**
     * Shows a number: as a fraction as long as that is easy to read, otherwise rounded to three decimals.
     *
     * @param number exact
     * @return such as {@code 3}, {@code 1/3} or {@code 0.216}, with a true minus sign
     */
    public static String shown(Rational number) {
        String text = number.denominator().compareTo(LARGEST_DENOMINATOR) <= 0
                ? number.toString()
                : rounded(number).stripTrailingZeros().toPlainString();
        return signed(text);
    }

    /**
     * Shows an amount that somebody has earned.
     *
     * @param amount exact
     * @return rounded to three decimals, such as {@code 7.729} or {@code 8}, with a true minus sign
     */
    public static String points(Rational amount) {
        return signed(rounded(amount).stripTrailingZeros().toPlainString());
    }

    /**
     * Shows a share of 1.
     *
     * @param weight 0 to 1
     * @return with three decimals, such as {@code 0.250}
     */
    public static String share(Rational weight) {
        return rounded(weight).toPlainString();
    }

    /**
     * Shows shares of 1 in a given order.
     *
     * @param weights by action
     * @param order the actions in the order of showing
     * @param label names the actions by their place in that order
     * @param shown shows one share
     * @return such as {@code a 1/3 · b 2/3}
     */
    public static String shares(
            List<Rational> weights, List<Integer> order, IntFunction<String> label, Function<Rational, String> shown) {
        return IntStream.range(0, order.size())
                .mapToObj(place -> label.apply(place) + NO_BREAK_SPACE + shown.apply(weights.get(order.get(place))))
                .collect(Collectors.joining(" · "));
    }

    private static String signed(String text) {
        return text.replace('-', '\u2212');
    }

    private static BigDecimal rounded(Rational number) {
        return new BigDecimal(number.numerator())
                .divide(new BigDecimal(number.denominator()), DECIMALS, RoundingMode.HALF_EVEN);
    }
}
