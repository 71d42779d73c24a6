package org.aepsych.core.adaptive.event;

import java.util.Optional;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.json.Json;

/** What the log has as the request of a client where a participant's browser did something. */
public final class BrowserRequest {
    private static final String DOOR = "door";
    private static final Json BROWSER = Json.of("browser");
    private static final String JOINING = "joining";

    private BrowserRequest() {}

    /**
     * Somebody joins.
     *
     * @param file the experiment's
     * @param facts what is recorded of the joining, such as the consent
     * @return a request
     */
    public static Json.Obj setup(ExperimentFile file, Json.Obj facts) {
        Json.Obj message = Json.Obj.empty().with("config_str", Json.of(file.text()));
        return request("setup", message).with(JOINING, facts);
    }

    /**
     * The next trial is wanted.
     *
     * @return a request
     */
    public static Json.Obj ask() {
        return request("ask", Json.Obj.empty());
    }

    /**
     * A trial was answered.
     *
     * @param message with the answer
     * @return a request
     */
    public static Json.Obj tell(Json.Obj message) {
        return request("tell", message);
    }

    private static Json.Obj request(String type, Json.Obj message) {
        return Json.Obj.empty()
                .with("type", Json.of(type))
                .with("message", message)
                .with(DOOR, BROWSER);
    }

    /**
     * Tells whether a request came from a browser.
     *
     * @param request as the log has it
     * @return false if a client sent it
     */
    public static boolean isOne(Json.Obj request) {
        return request.find(DOOR).filter(BROWSER::equals).isPresent();
    }

    /**
     * Returns the id of the participant who joined.
     *
     * @param request with which they did
     * @return empty if they brought none along
     */
    public static Optional<String> participant(Json.Obj request) {
        return request.find(JOINING)
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .flatMap(joining -> joining.find("participant"))
                .filter(Json.Text.class::isInstance)
                .map(text -> ((Json.Text) text).value());
    }
}
