package org.aepsych.strategies.option;

import java.math.BigDecimal;
import java.util.Optional;
import org.aepsych.api.config.ConfigOption;

/** Options whose numbers have a range; a value out of range is refused like one that is no number. */
public final class BoundedOption {
    private BoundedOption() {}

    /**
     * An option for a whole number with a smallest value.
     *
     * @param key name
     * @param smallest least allowed value
     * @param help one sentence
     * @return a required option
     */
    public static ConfigOption<Integer> wholeFrom(String key, int smallest, String help) {
        return new ConfigOption<>(
                key,
                "a whole number from " + smallest,
                text -> {
                    int value = Integer.parseInt(text.trim());
                    require(value >= smallest);
                    return value;
                },
                Optional.empty(),
                help,
                false);
    }

    /**
     * An option for a number between two others, which are not allowed themselves.
     *
     * @param key name
     * @param above every allowed value is above this
     * @param below every allowed value is below this
     * @param help one sentence
     * @return a required option
     */
    public static ConfigOption<Double> realBetween(String key, double above, double below, String help) {
        String range = below == Double.POSITIVE_INFINITY
                ? "a number above " + plain(above)
                : "a number above " + plain(above) + " and below " + plain(below);
        return new ConfigOption<>(
                key,
                range,
                text -> {
                    double value = Double.parseDouble(text.trim());
                    require(value > above && value < below);
                    return value;
                },
                Optional.empty(),
                help,
                false);
    }

    /**
     * An option for a number from one value to below another.
     *
     * @param key name
     * @param lowest least allowed value
     * @param below every allowed value is below this
     * @param help one sentence
     * @return a required option
     */
    public static ConfigOption<Double> realFrom(String key, double lowest, double below, String help) {
        return new ConfigOption<>(
                key,
                below == Double.POSITIVE_INFINITY
                        ? "a number from " + plain(lowest)
                        : "a number from " + plain(lowest) + " and below " + plain(below),
                text -> {
                    double value = Double.parseDouble(text.trim());
                    require(value >= lowest && value < below);
                    return value;
                },
                Optional.empty(),
                help,
                false);
    }

    /**
     * An option for a number from one value to another.
     *
     * @param key name
     * @param lowest least allowed value
     * @param highest largest allowed value
     * @param help one sentence
     * @return a required option
     */
    public static ConfigOption<Double> realFromTo(String key, double lowest, double highest, String help) {
        return new ConfigOption<>(
                key,
                "a number from " + plain(lowest) + " to " + plain(highest),
                text -> {
                    double value = Double.parseDouble(text.trim());
                    require(value >= lowest && value <= highest);
                    return value;
                },
                Optional.empty(),
                help,
                false);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("out of range");
        }
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
