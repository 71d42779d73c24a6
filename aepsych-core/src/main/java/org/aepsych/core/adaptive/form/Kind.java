package org.aepsych.core.adaptive.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aepsych.api.config.ConfigOption;

/** How an option's text and what a field shows become each other. */
enum Kind {
    /** A text in one line. */
    LINE {
        @Override
        Optional<String> shown(String text) {
            return oneLine(text).filter(line -> !line.isEmpty());
        }
    },
    /** A text in one line or more. */
    TEXT {
        @Override
        Optional<String> shown(String text) {
            return Optional.of(text.strip()).filter(lines -> !lines.isEmpty());
        }

        @Override
        String written(String entered) {
            return entered.contains("\n") ? "\n" + entered : entered;
        }
    },
    /** Several texts, separated by commas. */
    LIST {
        @Override
        Optional<String> shown(String text) {
            List<String> items = ITEMS.parser().apply(text);
            boolean plain = !items.isEmpty()
                    && items.stream()
                            .allMatch(item ->
                                    !item.isEmpty() && item.equals(oneLine(item).orElse("")));
            return plain ? Optional.of(String.join(", ", items)) : Optional.empty();
        }

        @Override
        String written(String entered) {
            return "[" + entered + "]";
        }
    },
    /** Ticked or not. */
    TICK {
        @Override
        Optional<String> shown(String text) {
            return flag(text).map(yes -> yes ? YES : "");
        }

        @Override
        String written(String entered) {
            return entered.equals(YES) ? "True" : entered;
        }
    },
    /** Yes, no, or nothing said. */
    YES_OR_NO {
        @Override
        Optional<String> shown(String text) {
            return flag(text).map(yes -> yes ? YES : NO);
        }

        @Override
        String written(String entered) {
            return entered.equals(YES) ? "True" : entered.equals(NO) ? "False" : entered;
        }
    };

    static final String YES = "yes";
    static final String NO = "no";
    private static final ConfigOption<List<String>> ITEMS = ConfigOption.texts("items", "");
    private static final ConfigOption<Boolean> FLAG = ConfigOption.flag("flag", "");

    /**
     * Returns what a field shows of an option.
     *
     * @param text the option's text
     * @return what was entered if it was written from the field; empty if no field can show it
     */
    abstract Optional<String> shown(String text);

    /**
     * Returns the option's text.
     *
     * @param entered what was entered, not blank
     * @return the text of the file
     */
    String written(String entered) {
        return entered;
    }

    private static Optional<String> oneLine(String text) {
        return Optional.of(text.strip()).filter(line -> line.indexOf('\n') < 0);
    }

    private static Optional<Boolean> flag(String text) {
        try {
            return Optional.of(FLAG.parser().apply(text.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
