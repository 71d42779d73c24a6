package org.aepsych.core.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.json.PythonText;

/**
 * A conversation that begins with the shared secret: a request shows it as its member {@code secret}, or a
 * {@code hello} brings nothing else. The secret goes no further than this, neither into a log nor into an answer; a wrong
 * one ends the connection. Thread-safe.
 */
final class Guarded implements Conversation {
    private static final String SECRET = "secret";

    private final Conversation inner;
    private final Optional<String> secret;
    private final AnswerStyle style;
    private final JsonReader reader = new JsonReader();
    private boolean trusted;

    Guarded(Conversation inner, Optional<String> secret, AnswerStyle style) {
        this.inner = inner;
        this.secret = secret;
        this.style = style;
        this.trusted = secret.isEmpty();
    }

    @Override
    public synchronized Reply handle(String json) {
        if (trusted && !json.contains("\"" + SECRET + "\"")) {
            return inner.handle(json);
        }
        Json request;
        try {
            request = reader.read(json);
        } catch (IllegalArgumentException e) {
            return inner.refuse(json, String.valueOf(e.getMessage()));
        }
        if (!(request instanceof Json.Obj object) || object.find(SECRET).isEmpty()) {
            return trusted
                    ? inner.handle(json)
                    : denied(
                            "this server wants its secret first: {\"type\": \"hello\", \"secret\": \"...\"}",
                            request,
                            false);
        }
        Json.Obj rest = withoutSecret(object);
        trusted = trusted || isRight(object);
        if (!trusted) {
            return denied("the secret is wrong", rest, true);
        }
        return rest.find("type").filter(Json.of("hello")::equals).isPresent()
                ? new Reply("{\"welcome\": true}", false)
                : inner.handle(rest.text());
    }

    private boolean isRight(Json.Obj request) {
        byte[] shown = PythonText.str(request.find(SECRET).orElseThrow()).getBytes(StandardCharsets.UTF_8);
        return secret.filter(right -> MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), shown))
                .isPresent();
    }

    private Reply denied(String text, Json request, boolean closes) {
        return new Reply(style.error("PermissionError(" + PythonText.quoted(text) + ")", request), closes, true);
    }

    private static Json.Obj withoutSecret(Json.Obj request) {
        Map<String, Json> members = new LinkedHashMap<>(request.members());
        members.remove(SECRET);
        return new Json.Obj(members);
    }

    @Override
    public Reply refuse(String raw, String reason) {
        return inner.refuse(raw, reason);
    }

    @Override
    public void close() {
        inner.close();
    }
}
