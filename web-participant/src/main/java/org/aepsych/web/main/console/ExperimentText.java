package org.aepsych.web.main.console;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.core.config.ExperimentFile;

/** Reads experiment files that people name on the command line. */
public final class ExperimentText {
    private ExperimentText() {}

    /**
     * Reads a file.
     *
     * @param file a text in UTF-8
     * @return what it says
     * @throws AepsychException if there is no such file or it cannot be read
     */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new AepsychException(StandardError.INPUT_INVALID, "there is no file " + file, e);
        } catch (MalformedInputException e) {
            throw new AepsychException(StandardError.INPUT_INVALID, file + " is not a text in UTF-8", e);
        } catch (IOException e) {
            throw new AepsychException(StandardError.INPUT_INVALID, file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Tells whether an experiment is a game; the others are adaptive.
     *
     * @param file what was read
     * @return whether its protocol says so
     */
    public static boolean ofGame(ExperimentFile file) {
        return file.common()
                .text("protocol")
                .map(String::trim)
                .filter(Protocol.GAME.key()::equals)
                .isPresent();
    }
}
