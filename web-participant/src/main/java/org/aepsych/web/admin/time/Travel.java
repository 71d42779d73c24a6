package org.aepsych.web.admin.time;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The slider over a log.
 *
 * @param address of the page
 * @param at number of the message that is shown
 * @param last number of the last message
 * @param fields what else the address says and is to stay
 */
public record Travel(String address, long at, long last, Map<String, String> fields) {
    /** Copies the fields. */
    public Travel {
        fields = new LinkedHashMap<>(fields);
    }

    /**
     * Returns where another message is shown.
     *
     * @param message its number; beyond the log, the first or last
     * @return the address
     */
    public String to(long message) {
        String others = fields.entrySet().stream()
                .map(field -> "&" + encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining());
        return address + "?at=" + Math.max(1, Math.min(last, message)) + others;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Reads the number of a message; what is none is beyond every log. */
    static long message(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }
}
