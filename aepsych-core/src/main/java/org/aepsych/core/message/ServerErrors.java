package org.aepsych.core.message;

import java.util.Objects;
import org.aepsych.api.AepsychException;
import org.aepsych.api.config.ConfigException;
import org.aepsych.core.adaptive.AdaptiveError;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.PythonText;

/**
 * Errors as clients are told of them: {@code KeyError('message')}. Programs that look at the text know these names, as
 * they are those of the exceptions in AEPsych's server.
 */
final class ServerErrors {
    private ServerErrors() {}

    static Json.Obj answer(String text, Json request) {
        return Json.Obj.empty().with("server_error", Json.of(text)).with("message", request);
    }

    static String text(RequestException refusal) {
        return named(refusal.kind(), Objects.requireNonNull(refusal.getMessage()));
    }

    /** Problems of an experiment file have no name, as they come from the reader of such files. */
    static String text(AepsychException refusal) {
        if (refusal instanceof ConfigException) {
            return refusal.getMessage();
        }
        return named(kind(refusal), refusal.getMessage());
    }

    private static String kind(AepsychException refusal) {
        if (refusal.code() instanceof AdaptiveError error) {
            return switch (error) {
                case VALUE_REFUSED -> "ValueError";
                case KIND_REFUSED -> "TypeError";
                case NAME_MISSING -> "KeyError";
                case NOT_READY -> "AssertionError";
                case NO_SUCH_EXPERIMENT -> "IndexError";
            };
        }
        return "RuntimeError";
    }

    private static String named(String kind, String text) {
        return kind + "(" + PythonText.quoted(text) + ")";
    }
}
