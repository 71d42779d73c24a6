package org.aepsych.strategies.option;

import java.util.List;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.strategies.kernel.StimulusSpace;

/**
 * Options that say which parameters are meant: by name, or by place among those that are not fixed, from 0, or from −1
 * backwards.
 */
public final class DimensionOption {
    private DimensionOption() {}

    /**
     * Reads which parameters are meant.
     *
     * @param option a list of names or places
     * @param section where it is given
     * @param space the parameters that are not fixed
     * @return their places, in the order given
     * @throws ConfigException if one is none, or is given twice
     */
    public static int[] all(ConfigOption<List<String>> option, ConfigSection section, StimulusSpace space) {
        List<String> texts = section.get(option);
        int[] places = texts.stream()
                .mapToInt(text -> place(text.trim(), option.key(), section, space))
                .distinct()
                .toArray();
        if (places.length != texts.size()) {
            throw new ConfigException(
                    Problem.of(section.name(), option.key(), "expected different parameters, but found " + texts));
        }
        return places;
    }

    /**
     * Reads which parameter is meant.
     *
     * @param option a name or place
     * @param section where it is given
     * @param space the parameters that are not fixed
     * @return its place
     * @throws ConfigException if it is none
     */
    public static int one(ConfigOption<String> option, ConfigSection section, StimulusSpace space) {
        return place(section.get(option).trim(), option.key(), section, space);
    }

    private static int place(String text, String option, ConfigSection section, StimulusSpace space) {
        int named = space.names().indexOf(text);
        if (named >= 0) {
            return named;
        }
        int d = space.dimension();
        if (text.matches("-?\\d{1,4}")) {
            int number = Integer.parseInt(text);
            int place = number < 0 ? d + number : number;
            if (place >= 0 && place < d) {
                return place;
            }
        }
        throw new ConfigException(Problem.of(
                section.name(),
                option,
                "expected one of the parameters " + space.names() + " or its place from 0 to " + (d - 1)
                        + ", but found \"" + text + "\""));
    }
}
