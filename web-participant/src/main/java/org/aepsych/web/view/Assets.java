package org.aepsych.web.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Where style sheets and scripts are. The address of their folder carries a mark of what is in it, so that a browser
 * never asks twice for a file, and never uses one of an earlier program.
 */
public final class Assets {
    /** The folder among the program's resources. */
    public static final String RESOURCES = "/org/aepsych/web/static";

    private static final List<String> FILES = List.of(
            "console.css",
            "console.js",
            "define.js",
            "guide.css",
            "icon.svg",
            "live.js",
            "play.js",
            "session.js",
            "style.css");
    private static final int MARK_LENGTH = 12;

    /** The address of the folder, such as {@code /static/5f1d0a93b8c2}. */
    public static final String FOLDER = "/static/" + mark();

    private Assets() {}

    /**
     * Returns where a file is.
     *
     * @param file name of a style sheet, a script or a picture of the program's own
     * @return its address on this server
     * @throws IllegalArgumentException if the mark does not cover such a file
     */
    public static String of(String file) {
        if (!FILES.contains(file)) {
            throw new IllegalArgumentException(file + " is none of " + FILES);
        }
        return FOLDER + "/" + file;
    }

    private static String mark() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                digest.update(read(file));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, MARK_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] read(String file) {
        try (InputStream content = Assets.class.getResourceAsStream(RESOURCES + "/" + file)) {
            if (content == null) {
                throw new IllegalStateException("the program has no " + file);
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
