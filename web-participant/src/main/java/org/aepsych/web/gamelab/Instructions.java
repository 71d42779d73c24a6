package org.aepsych.web.gamelab;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.Schedule;

/** An experiment's instructions as pages of gamelab insert them: HTML, with the places filled that gamelab fills. */
final class Instructions {
    private static final Pattern PLACE = Pattern.compile("@@([a-z-]+)@@");
    private static final int MINUTES_PER_HOUR = 60;
    private static final MathContext SIX_DIGITS = new MathContext(6);

    private Instructions() {}

    static String of(GameDefinition definition) {
        Map<String, String> values = values(definition);
        Matcher matcher = PLACE.matcher(definition.display().instructions());
        String filled = matcher.replaceAll(
                place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
        // Ours are plain text, and gamelab's pages would take them for HTML.
        return filled.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static Map<String, String> values(GameDefinition definition) {
        Schedule schedule = definition.schedule();
        long total = (long) schedule.rounds() * schedule.minutes();
        return Map.ofEntries(
                Map.entry("gamelab-admin-email", ""),
                Map.entry("gamelab-conversion", "1"),
                Map.entry("gamelab-games", Integer.toString(definition.games().size())),
                Map.entry("gamelab-lottery", definition.prize().lottery()),
                Map.entry("gamelab-rounds", Integer.toString(schedule.rounds())),
                Map.entry("gamelab-round-percent", Integer.toString(schedule.percent())),
                Map.entry("gamelab-round-time-hours", hours(schedule.minutes())),
                Map.entry("gamelab-round-time-minutes", Integer.toString(schedule.minutes())),
                Map.entry("gamelab-round-mintime-hours", hours(schedule.graceMinutes())),
                Map.entry("gamelab-round-mintime-minutes", Integer.toString(schedule.graceMinutes())),
                Map.entry("gamelab-time-total-hours", hours(total)),
                Map.entry("gamelab-time-total-minutes", Long.toString(total)));
    }

    private static String hours(long minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(MINUTES_PER_HOUR), SIX_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
