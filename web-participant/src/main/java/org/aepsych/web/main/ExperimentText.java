package org.aepsych.web.main;

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
final class ExperimentText {
    private ExperimentText() {}

    static String read(Path file) {
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

    /** Tells whether an experiment is a game; the others are adaptive. */
    static boolean ofGame(ExperimentFile file) {
        return file.common()
                .text("protocol")
                .map(String::trim)
                .filter(Protocol.GAME.key()::equals)
                .isPresent();
    }
}
