package org.aepsych.core.message;

import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;

/** What a client says, in short. */
final class Talk implements AutoCloseable {
    private final ClientSession session;

    Talk(ClientSession session) {
        this.session = session;
    }

    ClientSession session() {
        return session;
    }

    String say(String request) {
        return session.handle(request).text();
    }

    String setup(String config) {
        return say(Json.Obj.empty()
                .with("type", Json.of("setup"))
                .with("message", Json.Obj.empty().with("config_str", Json.of(config)))
                .text());
    }

    String ask() {
        return say("{\"message\": {\"num_points\": 1}, \"type\": \"ask\"}");
    }

    String tell(String asked, String outcome) {
        return say("{\"type\": \"tell\", \"message\": {\"config\": " + config(asked) + ", \"outcome\": " + outcome
                + ", \"model_data\": true}}");
    }

    String config(String asked) {
        return ((Json.Obj) new JsonReader().read(asked))
                .find("config")
                .orElseThrow()
                .text();
    }

    @Override
    public void close() {
        session.close();
    }
}
