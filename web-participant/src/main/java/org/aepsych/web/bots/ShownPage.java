package org.aepsych.web.bots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.core.game.view.Turnout;

/**
 * A participant's page, as far as a simulated one reads it.
 *
 * @param events address of its news; empty if it stands still
 * @param token goes with every form of the page
 * @param game what can be played on it
 * @param turnout how many have played the round, if the page says so
 */
record ShownPage(Optional<String> events, Optional<String> token, Optional<Game> game, Optional<Turnout> turnout) {
    private static final Pattern EVENTS = Pattern.compile(" data-events=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile(" name=\"form_token\" value=\"([^\"]+)\"");
    private static final Pattern ROUND = Pattern.compile(" name=\"round\" value=\"(\\d+)\"");
    private static final Pattern GAME = Pattern.compile(" name=\"game\" value=\"(\\d+)\"");
    private static final Pattern WEIGHT = Pattern.compile("<td class=\"weight\"><input id=\"([^\"]+)\"");
    private static final Pattern BAR = Pattern.compile(" data-turnout-bar max=\"(\\d+)\" value=\"(\\d+)\"");
    private static final Pattern BAR_ROUND = Pattern.compile(" data-round=\"(\\d+)\"");

    /**
     * A game that waits for weights.
     *
     * @param round from 0
     * @param id of the game
     * @param weights names of the fields
     */
    record Game(int round, int id, List<String> weights) {
        Game {
            weights = List.copyOf(weights);
        }
    }

    static ShownPage read(String html) {
        Optional<Game> game = first(GAME, html)
                .flatMap(id -> first(ROUND, html)
                        .map(round -> new Game(Integer.parseInt(round), Integer.parseInt(id), all(WEIGHT, html))));
        return new ShownPage(
                first(EVENTS, html).map(address -> address.replace("&amp;", "&")),
                first(TOKEN, html),
                game,
                turnout(html));
    }

    private static Optional<Turnout> turnout(String html) {
        Matcher bar = BAR.matcher(html);
        return bar.find()
                ? first(BAR_ROUND, html)
                        .map(round -> new Turnout(
                                Integer.parseInt(round),
                                Integer.parseInt(bar.group(2)),
                                Integer.parseInt(bar.group(1))))
                : Optional.empty();
    }

    private static Optional<String> first(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static List<String> all(Pattern pattern, String html) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(html);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
