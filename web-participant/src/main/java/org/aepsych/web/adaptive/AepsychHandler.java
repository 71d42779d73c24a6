package org.aepsych.web.adaptive;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.config.server.ClientRules;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.message.AdaptiveDesk;
import org.aepsych.core.message.Conversation;
import org.aepsych.core.message.Reply;

/** One message a request: the address says which experiment and which type, the body is the message. */
final class AepsychHandler {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int REFUSED = 422;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    private final AdaptiveDesk desk;
    private final AepsychGate gate;
    private final JsonReader reader = new JsonReader();

    @Inject
    AepsychHandler(AdaptiveDesk desk, AepsychGate gate) {
        this.desk = desk;
        this.gate = gate;
    }

    void setup(Context context) {
        gate.require(context);
        try (Conversation conversation = desk.newcomer(ClientRules.STANDARD)) {
            answer(context, CREATED, conversation.handle(request(context, "setup")));
        }
    }

    void message(Context context) {
        gate.require(context);
        String type = context.pathParam("type");
        if (type.equals("setup")) {
            throw new AepsychException(
                    StandardError.NOT_FOUND_HERE,
                    "A setup goes to /api/aepsych/experiments and gets a number of its own.");
        }
        try (Conversation conversation = desk.workingOn(number(context))) {
            answer(context, OK, conversation.handle(request(context, type)));
        }
    }

    private static int number(Context context) {
        return Optional.of(context.pathParam("strat_id"))
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::parseInt)
                .orElseThrow(() ->
                        new AepsychException(StandardError.NOT_FOUND_HERE, "There is no experiment of that number."));
    }

    private String request(Context context, String type) {
        String contentType = Optional.ofNullable(context.contentType()).orElse("");
        String body = context.body();
        // Only this content type makes browsers ask before they send something for a page of another site.
        if (!body.isEmpty() && !contentType.startsWith(ContentType.JSON)) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "Content-Type: expected application/json, but found \"" + contentType + "\"");
        }
        try {
            Json message = body.isBlank() ? Json.Obj.empty() : reader.read(body);
            return Json.Obj.empty()
                    .with("type", Json.of(type))
                    .with("message", message)
                    .text();
        } catch (IllegalArgumentException e) {
            throw new AepsychException(StandardError.INPUT_INVALID, "The body is no JSON: " + e.getMessage(), e);
        }
    }

    private static void answer(Context context, int status, Reply reply) {
        context.status(reply.refused() ? REFUSED : status)
                .contentType(ContentType.APPLICATION_JSON)
                .result(reply.text());
    }
}
