package org.aepsych.web.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The experiment files of the demonstration. */
enum DemoFiles {
    /** A game experiment for a visitor. */
    VISITOR("games.ini"),
    /** A game experiment for simulated participants only. */
    CROWD("crowd.ini"),
    /** An adaptive detection experiment. */
    CONTRAST("contrast.ini"),
    /** An adaptive experiment that the visitor does in the browser. */
    STRIPES("stripes.ini");

    private final String file;

    DemoFiles(String file) {
        this.file = file;
    }

    String read() {
        try (InputStream in = DemoFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
