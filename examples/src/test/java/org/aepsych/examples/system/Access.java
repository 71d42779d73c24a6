package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Judges pages by WCAG 2.2, levels A and AA, as far as the program axe can. */
final class Access {
    private static final String FILE = "/axe/axe-4.13.0.min.js";
    private static final String SHA_256 = "c24f097bd2f451d4f933e8bc7d8d539f8672a2ebcb5cc9f9f3eec8ca9470a0c1";
    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {
              runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
              resultTypes: ["violations"],
            }).then(
              (found) => done(found.violations.flatMap((violation) => violation.nodes.map((node) =>
                `${violation.id}: ${violation.help}: ${node.html.slice(0, 200)} ${node.any.map((check) => check.message)}`))),
              (error) => done([String(error)]));
            """;

    private final String axe;

    Access() throws IOException {
        try (InputStream in = Objects.requireNonNull(Access.class.getResourceAsStream(FILE))) {
            byte[] bytes = in.readAllBytes();
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .isEqualTo(SHA_256);
            axe = new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Judges the page that is open, on a phone and on a desktop. */
    void check(Browser browser, String page) {
        for (Browser.Screen screen : Browser.Screen.values()) {
            browser.show(screen);
            assertThat(browser.overflows())
                    .as("%s on a %s is wider than the screen", page, screen)
                    .isFalse();
            assertThat(violations(browser)).as("%s on a %s", page, screen).isEmpty();
        }
    }

    /** Returns what is wrong with the page that is open, as it is shown now; empty if all is right. */
    List<?> violations(Browser browser) {
        if (browser.ask("typeof axe").equals("undefined")) {
            browser.run(axe);
        }
        return browser.runAsync(RUN) instanceof List<?> list ? list : List.of("axe did not run");
    }
}
