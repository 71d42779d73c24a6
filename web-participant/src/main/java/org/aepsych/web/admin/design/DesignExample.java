package org.aepsych.web.admin.design;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aepsych.web.admin.gate.AdminGate;

/** Adaptive experiments to begin with; each has a file of its name beside this class. */
enum DesignExample {
    /** How faint may stripes be? */
    STRIPES("Contrast of a striped patch"),
    /** How soft may a tone be? */
    TONE("Loudness of a tone"),
    /** How much is the present worth? */
    PATIENCE("Money now or later"),
    /** Which size of letters is preferred? */
    LETTERS("Which of two is better"),
    /** How annoying is it? */
    RATING("Rating on a scale"),
    /** For a client program. */
    CLIENT("A surface, for a client program");

    private final String title;

    DesignExample(String title) {
        this.title = title;
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DesignExample> find(String key) {
        return Arrays.stream(values())
                .filter(example -> example.key().equals(key))
                .findFirst();
    }

    static List<DesignPage.Example> list() {
        return Arrays.stream(values())
                .map(example ->
                        new DesignPage.Example(example.title, AdminGate.NEW_DESIGN + "?example=" + example.key()))
                .toList();
    }

    String read() {
        try (InputStream in = DesignExample.class.getResourceAsStream(key() + ".ini")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + key() + ".ini");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
