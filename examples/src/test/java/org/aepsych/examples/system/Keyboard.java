package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.openqa.selenium.Keys;

/**
 * A visitor without a mouse: gets everywhere by Tab and Shift-Tab, and can see at each stop where they are. A stop that
 * cannot be seen, a field that cannot be left, and a place that is never reached are failures.
 */
final class Keyboard {
    private static final int MOST_STOPS = 80;

    /** What has the focus: a mark, whether it is what is looked for, whether that can be seen, and what it is. */
    private static final String FOCUS = """
            (() => {
              const it = document.activeElement;
              if (!it || it === document.body) return ["nothing", "no", "seen", "nothing"];
              const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(it);
              const box = it.getBoundingClientRect();
              const there = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
              const marked = (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
              window.stops ??= new Map();
              if (!window.stops.has(it)) window.stops.set(it, String(window.stops.size));
              return [
                window.stops.get(it),
                it.matches(%s) ? "yes" : "no",
                there && marked ? "seen" : `there ${there}, marked ${marked}`,
                it.outerHTML.slice(0, 160),
              ];
            })()
            """;

    private final Browser browser;

    Keyboard(Browser browser) {
        this.browser = browser;
    }

    /** What has the focus, as the page says. */
    private record Stop(String mark, boolean wanted, String seen, String what) {}

    private Stop stop(String css) {
        if (browser.ask(FOCUS.formatted("\"" + css.replace("\"", "\\\"") + "\"")) instanceof List<?> told) {
            List<String> said = told.stream().map(String::valueOf).toList();
            return new Stop(said.get(0), said.get(1).equals("yes"), said.get(2), said.get(3));
        }
        throw new IllegalStateException("the page does not say what has the focus");
    }

    /** Presses Tab until something has the focus. */
    void to(String css) {
        go(css, Keys.TAB);
    }

    /** Presses Shift-Tab until something has the focus. */
    void back(String css) {
        go(css, Keys.chord(Keys.SHIFT, Keys.TAB));
    }

    private void go(String css, CharSequence key) {
        String last = "";
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            browser.press(key);
            Stop stop = stop(css);
            assertThat(stop.seen()).as("the focus on %s", stop.what()).isEqualTo("seen");
            assertThat(stop.mark()).as("%s lets nobody go", stop.what()).isNotEqualTo(last);
            if (stop.wanted()) {
                return;
            }
            last = stop.mark();
        }
        throw new AssertionError(css + " cannot be reached with " + MOST_STOPS + " presses of a key, last at " + last);
    }

    /** Goes somewhere and presses keys there, such as Enter. */
    void use(String css, CharSequence... keys) {
        to(css);
        browser.press(keys);
    }
}
