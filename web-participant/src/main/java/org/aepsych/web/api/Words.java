package org.aepsych.web.api;

import java.util.Locale;

/** Names of constants as JSON has them. */
final class Words {
    private Words() {}

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
