package org.aepsych.core.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.aepsych.api.AepsychException;
import org.aepsych.api.config.ConfigException;
import org.aepsych.core.adaptive.event.AdaptiveError;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.PythonText;

/**
 * Errors as clients are told of them: {@code KeyError('message')}. Programs that look at the text know these names, as
 * they are those of the exceptions in AEPsych's server.
 */
final class ServerErrors {
    private static final int LONGEST = 4096;
    private static final int LONGEST_ECHO = 100;

    private ServerErrors() {}

    /**
     * Returns an answer with the request in it. AEPsych's own client reads an answer with a single read of 4096 bytes and
     * takes the rest for the next one, so a long answer is made to fit: first by cutting long texts of the request, such
     * as an experiment file, then by leaving out all of the request but its type, and last by cutting the error.
     *
     * @param text what is wrong
     * @param request what was sent
     * @return one JSON document of at most 4096 characters
     */
    static String answer(String text, Json request) {
        String whole = document(text, request);
        if (whole.length() <= LONGEST) {
            return whole;
        }
        String shortened = document(text, shortened(request));
        if (shortened.length() <= LONGEST) {
            return shortened;
        }
        Json type = request instanceof Json.Obj object
                ? object.find("type").map(ServerErrors::shortened).orElse(new Json.Null())
                : new Json.Null();
        Json.Obj rest = Json.Obj.empty().with("type", type);
        String error = text;
        while (document(error, rest).length() > LONGEST) {
            error = error.substring(0, error.length() * 3 / 4) + "…";
        }
        return document(error, rest);
    }

    private static String document(String text, Json request) {
        return Json.Obj.empty()
                .with("server_error", Json.of(text))
                .with("message", request)
                .text();
    }

    private static Json shortened(Json json) {
        if (json instanceof Json.Text text && text.value().length() > LONGEST_ECHO) {
            return Json.of(text.value().substring(0, LONGEST_ECHO) + "…");
        } else if (json instanceof Json.Arr array) {
            return Json.array(
                    array.items().stream().map(ServerErrors::shortened).toList());
        } else if (json instanceof Json.Obj object) {
            Map<String, Json> members = new LinkedHashMap<>();
            object.members().forEach((name, value) -> members.put(name, shortened(value)));
            return new Json.Obj(members);
        } else if (json instanceof Json.Whole whole && whole.value().bitLength() > Long.SIZE) {
            return shortened(Json.of(whole.value().toString()));
        }
        return json;
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
                case QUESTION_REFUSED -> "RuntimeError";
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
