package org.aepsych.web.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bodies of requests and short answers of the JSON interface. */
final class Documents {
    private Documents() {}

    /**
     * Somebody wants to take part.
     *
     * @param identifier address or name of their choice
     */
    record NewParticipant(@Nullable String identifier) {}

    /**
     * Somebody takes part now.
     *
     * @param token to be sent along from now on: {@code Authorization: Bearer …}
     * @param participant pseudonymous id
     */
    record Registered(String token, long participant) {
        /** Hides the token. */
        @Override
        public String toString() {
            return "Registered[" + participant + "]";
        }
    }

    /**
     * Somebody plays.
     *
     * @param round the round that is meant, from 0
     * @param game the game, from 1
     * @param weights a number for each of one's own actions, such as {@code "1/3"}
     */
    record NewPlay(int round, int game, @Nullable List<@Nullable String> weights) {
        List<String> texts() {
            return weights == null
                    ? List.of()
                    : weights.stream()
                            .map(weight -> Objects.requireNonNullElse(weight, ""))
                            .toList();
        }
    }

    /**
     * A participant's words for the draw.
     *
     * @param words 1 to 100 characters
     */
    record NewWords(@Nullable String words) {}

    /**
     * Words are kept.
     *
     * @param words as they count in the draw
     */
    record WordsKept(String words) {}

    /**
     * A play was counted.
     *
     * @param round the round
     * @param game the game
     */
    record Played(int round, int game) {}

    /**
     * The server is well.
     *
     * @param status always {@code up}
     */
    record Health(String status) {}
}
