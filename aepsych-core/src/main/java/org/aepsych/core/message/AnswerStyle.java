package org.aepsych.core.message;

import java.util.Optional;
import org.aepsych.core.config.server.ProtocolEra;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.PythonText;

/** How answers are written for the clients of an era of the protocol. Thread-safe. */
interface AnswerStyle {
    /** Returns the answer to a request that was served, from the members that it has today. */
    String answer(Envelope envelope, Json.Obj members);

    /** Returns the answer to a request that was not served. */
    String error(String text, Json request);

    /** Refuses requests that clients of the era do not send. */
    default void require(Envelope envelope) {}

    /** Tells whether the answer to a setup is that of a first ask. */
    default boolean asksAtOnce(Envelope envelope) {
        return false;
    }

    /** Tells whether the message of a tell may be a list of messages. */
    default boolean takesBatches() {
        return true;
    }

    static AnswerStyle of(ProtocolEra era) {
        return switch (era) {
            case OBJECTS -> new Objects();
            case WORDS -> new Words();
            case VERSIONED -> new Versioned();
        };
    }

    /** Since AEPsych 0.8: every answer is an object. */
    final class Objects implements AnswerStyle {
        @Override
        public String answer(Envelope envelope, Json.Obj members) {
            return members.text();
        }

        @Override
        public String error(String text, Json request) {
            return ServerErrors.answer(text, request);
        }

        @Override
        public boolean takesBatches() {
            return false;
        }
    }

    /** AEPsych 0.4 to 0.7: many answers are words that are not even JSON. */
    final class Words implements AnswerStyle {
        private static final int LONGEST_ECHO = 1000;

        @Override
        public String answer(Envelope envelope, Json.Obj members) {
            return switch (envelope.type()) {
                case "setup", "resume" -> bare(members, "strat_id");
                case "tell" -> "acq";
                case "exit" -> "Terminate";
                case "finish_strategy" -> "finished strategy " + bare(members, "finished_strategy");
                case "ask" -> flat(members).text();
                case "get_config" -> isOfOneOption(envelope) ? option(members) : members.text();
                default -> members.text();
            };
        }

        @Override
        public String error(String text, Json request) {
            String echo = PythonText.repr(request);
            String shown = echo.length() > LONGEST_ECHO ? echo.substring(0, LONGEST_ECHO) + "..." : echo;
            return "server_error, Request '" + shown + "' raised error '" + text + "'!";
        }

        private static String bare(Json.Obj members, String name) {
            return members.find(name).map(PythonText::str).orElse("");
        }

        private static boolean isOfOneOption(Envelope envelope) {
            return envelope.options().find("property").isPresent();
        }

        private static String option(Json.Obj members) {
            return members.members().values().stream()
                    .map(section ->
                            ((Json.Obj) section).members().values().iterator().next())
                    .map(PythonText::str)
                    .findFirst()
                    .orElse("");
        }

        /** A single pair was {@code [first, second]}, not a list of one pair. */
        private static Json.Obj flat(Json.Obj members) {
            Json.Obj config = Json.Obj.empty();
            for (var member : config(members).members().entrySet()) {
                config = config.with(member.getKey(), flat(member.getValue()));
            }
            return members.with("config", config);
        }

        private static Json flat(Json values) {
            return values instanceof Json.Arr points
                            && points.items().size() == 1
                            && points.items().get(0) instanceof Json.Arr pair
                    ? pair
                    : values;
        }

        static Json.Obj config(Json.Obj members) {
            return members.find("config").orElse(Json.Obj.empty()) instanceof Json.Obj config
                    ? config
                    : Json.Obj.empty();
        }
    }

    /** AEPsych up to 0.3: a request without version is answered with nothing but a configuration. */
    final class Versioned implements AnswerStyle {
        private static final String VERSION = "0.01";

        private final Words words = new Words();

        @Override
        public String answer(Envelope envelope, Json.Obj members) {
            boolean bare = isBare(envelope) && (envelope.type().equals("ask") || asksAtOnce(envelope));
            return bare ? Words.config(Words.flat(members)).text() : words.answer(envelope, members);
        }

        @Override
        public String error(String text, Json request) {
            return words.error(text, request);
        }

        @Override
        public boolean asksAtOnce(Envelope envelope) {
            return isBare(envelope) && envelope.type().equals("setup");
        }

        @Override
        public void require(Envelope envelope) {
            version(envelope)
                    .filter(version -> !version.equals(Json.of(VERSION)))
                    .ifPresent(version -> {
                        throw new RequestException(
                                "RuntimeError", "unknown version " + version.text() + "; known is \"" + VERSION + "\"");
                    });
        }

        private static boolean isBare(Envelope envelope) {
            return version(envelope).isEmpty();
        }

        private static Optional<Json> version(Envelope envelope) {
            return envelope.request().find("version").filter(json -> !(json instanceof Json.Null));
        }
    }
}
