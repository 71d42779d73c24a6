package org.aepsych.web.presentation;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.presentation.Presenter;
import org.aepsych.core.plugin.Extensions;

/** What presenting needs: the presenter's script, and the experiment's pictures and sounds. */
final class FileHandler {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _.-]{0,150}");
    private static final Map<String, String> TYPES = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "webp", "image/webp",
            "avif", "image/avif",
            "wav", "audio/wav",
            "mp3", "audio/mpeg",
            "ogg", "audio/ogg");

    private final BrowserSessions sessions;
    private final Extensions extensions;
    private final StimulusFolder stimuli;

    @Inject
    FileHandler(BrowserSessions sessions, Extensions extensions, StimulusFolder stimuli) {
        this.sessions = sessions;
        this.extensions = extensions;
        this.stimuli = stimuli;
    }

    void script(Context context) {
        String script = sessions.experiment(context)
                .presentation()
                .presenter()
                .flatMap(extensions::presenter)
                .map(Presenter::script)
                .orElseThrow(FileHandler::nothing);
        context.contentType("text/javascript; charset=utf-8").result(script);
    }

    void file(Context context) {
        String experiment = sessions.experiment(context).id().value();
        String name = context.pathParam("file");
        Optional<String> type = Optional.ofNullable(
                TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)));
        if (!NAME.matcher(name).matches() || !NAME.matcher(experiment).matches() || type.isEmpty()) {
            throw nothing();
        }
        Path file = stimuli.path()
                .map(folder -> folder.resolve(experiment).resolve(name))
                .filter(Files::isRegularFile)
                .orElseThrow(FileHandler::nothing);
        try {
            context.contentType(type.get())
                    .header("Cache-Control", "private, max-age=3600")
                    .result(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AepsychException nothing() {
        return new AepsychException(StandardError.NOT_FOUND_HERE, "There is nothing at this address.");
    }
}
