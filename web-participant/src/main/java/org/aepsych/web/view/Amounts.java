package org.aepsych.web.view;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.aepsych.api.number.Rational;

/** How exact numbers are shown to people. */
public final class Amounts {
    private static final BigInteger LARGEST_DENOMINATOR = BigInteger.valueOf(99);
    private static final int DECIMALS = 3;

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
        return text.replace('-', '\u2212');
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
     * @param exact whether as fractions rather than rounded
     * @return separated by middle dots
     */
    public static String shares(List<Rational> weights, List<Integer> order, boolean exact) {
        return order.stream()
                .map(action -> exact ? shown(weights.get(action)) : share(weights.get(action)))
                .collect(Collectors.joining(" · "));
    }

    private static BigDecimal rounded(Rational number) {
        return new BigDecimal(number.numerator())
                .divide(new BigDecimal(number.denominator()), DECIMALS, RoundingMode.HALF_EVEN);
    }
}
