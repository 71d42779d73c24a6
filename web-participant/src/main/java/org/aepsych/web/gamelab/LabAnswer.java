package org.aepsych.web.gamelab;

import tools.jackson.databind.JsonNode;

/** What a page answers. Clients parse every body as JSON, so there is none unless there is something to say. */
sealed interface LabAnswer {
    /** Everything is well, and there is nothing to say. */
    LabAnswer OK = new Status(200);

    /**
     * Nothing but a status.
     *
     * @param code of HTTP
     */
    record Status(int code) implements LabAnswer {}

    /**
     * Everything is well.
     *
     * @param content JSON
     */
    record Document(JsonNode content) implements LabAnswer {}

    /**
     * Another page is to be shown.
     *
     * @param path on this server
     */
    record Redirect(String path) implements LabAnswer {}
}
