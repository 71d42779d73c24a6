package org.aepsych.web.instructions;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.Schedule;

/**
 * The places that instructions may have, as in {@code @@gamelab-rounds@@}, and what they are filled with. Unknown ones
 * stay as they are.
 *
 * @param definition the experiment
 */
record Places(GameDefinition definition) {
    private static final Pattern PLACE = Pattern.compile("@@([a-z-]+)@@");
    private static final int MINUTES_PER_HOUR = 60;
    private static final MathContext SIX_DIGITS = new MathContext(6);

    String fill(String html) {
        Map<String, String> values = values();
        Matcher matcher = PLACE.matcher(html);
        return matcher.replaceAll(place -> Matcher.quoteReplacement(
                values.containsKey(place.group(1)) ? escape(values.get(place.group(1))) : place.group()));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private Map<String, String> values() {
        Schedule schedule = definition.schedule();
        long total = (long) schedule.rounds() * schedule.minutes();
        return Map.ofEntries(
                Map.entry(
                        "gamelab-admin-email",
                        definition.correspondence().contact().orElse("")),
                Map.entry("gamelab-conversion", "1"),
                Map.entry("gamelab-games", Integer.toString(definition.games().size())),
                Map.entry("gamelab-lottery", definition.prize().lottery()),
                Map.entry("gamelab-rounds", Integer.toString(schedule.rounds())),
                Map.entry("gamelab-round-percent", Integer.toString(schedule.percent())),
                Map.entry("gamelab-round-time", hours(schedule.minutes())),
                Map.entry("gamelab-round-time-hours", hours(schedule.minutes())),
                Map.entry("gamelab-round-time-minutes", Integer.toString(schedule.minutes())),
                Map.entry("gamelab-round-mintime-hours", hours(schedule.graceMinutes())),
                Map.entry("gamelab-round-mintime-minutes", Integer.toString(schedule.graceMinutes())),
                Map.entry("gamelab-time-total-hours", hours(total)),
                Map.entry("gamelab-time-total-minutes", Long.toString(total)));
    }

    /** Six significant digits, as gamelab has them. */
    private static String hours(long minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(MINUTES_PER_HOUR), SIX_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
