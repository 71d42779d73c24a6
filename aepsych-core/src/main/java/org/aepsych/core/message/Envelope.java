package org.aepsych.core.message;

import java.math.BigDecimal;
import java.util.Optional;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.PythonText;

/**
 * A request as it came.
 *
 * @param request the whole of it
 * @param type what is wanted
 */
record Envelope(Json.Obj request, String type) {
    private static final String MESSAGE = "message";

    static Envelope of(Json request) {
        if (!(request instanceof Json.Obj object)) {
            throw new RequestException(
                    "AttributeError", "'" + pythonType(request) + "' object has no attribute 'keys'");
        }
        Json type = object.find("type")
                .orElseThrow(() -> new RequestException(
                        "RuntimeError", "Request " + PythonText.repr(object) + " contains no request type!"));
        if (type instanceof Json.Text text) {
            return new Envelope(object, text.value());
        } else if (type instanceof Json.Arr || type instanceof Json.Obj) {
            throw new RequestException("TypeError", "unhashable type: '" + pythonType(type) + "'");
        }
        return new Envelope(object, PythonText.str(type));
    }

    /** Returns the message of a request that must have one; anything but an object means "no options". */
    Json.Obj options() {
        return presentMessage() instanceof Json.Obj options ? options : Json.Obj.empty();
    }

    /** Returns the message of a request that must have an object as its message. */
    Json.Obj message() {
        if (presentMessage() instanceof Json.Obj message) {
            return message;
        }
        throw new RequestException(
                "TypeError",
                "'message' of a " + type + " expects an object, but found "
                        + presentMessage().text());
    }

    private Json presentMessage() {
        return request.find(MESSAGE)
                .orElseThrow(() -> new RequestException(
                        "KeyError", "'message' is missing; a request of type '" + type + "' needs one, such as {}"));
    }

    /**
     * Reads a number that may be written as a text, as some clients do.
     *
     * @param json what was sent
     * @return the number without its fraction; empty if it is none, or far too large
     */
    static Optional<Long> whole(Json json) {
        try {
            if (json instanceof Json.Whole whole) {
                return Optional.of(whole.value().longValueExact());
            } else if (json instanceof Json.Real real && Double.isFinite(real.value())) {
                return Optional.of(new BigDecimal(real.value()).toBigInteger().longValueExact());
            } else if (json instanceof Json.Flag flag) {
                return Optional.of(flag.value() ? 1L : 0L);
            } else if (json instanceof Json.Text text) {
                return Optional.of(Long.valueOf(text.value().strip()));
            }
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static String pythonType(Json json) {
        if (json instanceof Json.Arr) {
            return "list";
        } else if (json instanceof Json.Obj) {
            return "dict";
        } else if (json instanceof Json.Text) {
            return "str";
        } else if (json instanceof Json.Whole) {
            return "int";
        } else if (json instanceof Json.Real) {
            return "float";
        }
        return json instanceof Json.Flag ? "bool" : "NoneType";
    }
}
