package org.aepsych.web.language;

import java.util.List;

/**
 * Which form of a sentence goes with a number. The rules are those of Unicode's CLDR for whole numbers, as far as people
 * count in an experiment.
 */
enum Plural {
    /** One form for all numbers. */
    NONE("other") {
        @Override
        String category(long number) {
            return "other";
        }
    },
    /** One thing, many things. */
    ONE("one other") {
        @Override
        String category(long number) {
            return number == 1 ? "one" : "other";
        }
    },
    /** Nothing is counted as one thing is. */
    ZERO_AND_ONE("one other") {
        @Override
        String category(long number) {
            return number == 0 || number == 1 ? "one" : "other";
        }
    },
    /** Six forms. */
    ARABIC("zero one two few many other") {
        @Override
        String category(long number) {
            if (number >= 0 && number <= 2) {
                return categories().get((int) number);
            }
            long rest = Math.floorMod(number, 100L);
            if (rest >= 3 && rest <= 10) {
                return "few";
            }
            return rest >= 11 ? "many" : "other";
        }
    };

    private final String categories;

    Plural(String categories) {
        this.categories = categories;
    }

    /** Returns the forms that a catalogue has to have. */
    List<String> categories() {
        return List.of(categories.split(" ", -1));
    }

    /** Returns the form for a number. */
    abstract String category(long number);
}
