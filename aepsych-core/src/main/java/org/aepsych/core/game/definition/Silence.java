package org.aepsych.core.game.definition;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aepsych.api.game.Role;
import org.aepsych.core.player.PolicyChoice;

/**
 * What happens when a participant gives no sign of life any more.
 *
 * @param rules one for each role; none if everybody is waited for
 */
public record Silence(List<Rule> rules) {
    /** Everybody is waited for. */
    public static final Silence NONE = new Silence(List.of());

    /** Shortest silence, in seconds: open pages are heard of every fifteen. */
    public static final int SHORTEST = 20;

    /** Longest silence, in seconds: a day. */
    public static final int LONGEST = 86_400;

    /** Copies the list. */
    public Silence {
        rules = List.copyOf(rules);
    }

    /**
     * What happens to participants of one role.
     *
     * @param seconds of silence before it happens, {@value #SHORTEST} to {@value #LONGEST}
     * @param action what happens
     * @param standIn who plays for them; present if and only if somebody does
     */
    public record Rule(int seconds, Action action, Optional<PolicyChoice> standIn) {
        /** Checks what belongs together. */
        public Rule {
            if (seconds < SHORTEST || seconds > LONGEST || (action == Action.BOT) != standIn.isPresent()) {
                throw new IllegalArgumentException("a rule for silence has " + SHORTEST + " to " + LONGEST
                        + " seconds, and a policy if a bot plays: " + seconds + ", " + action + ", " + standIn);
            }
        }

        /**
         * Returns how long the silence lasts before something happens.
         *
         * @return whole seconds
         */
        public Duration after() {
            return Duration.ofSeconds(seconds);
        }

        /**
         * Returns the action as files have it.
         *
         * @return such as {@code skip} or {@code bot:random}
         */
        public String text() {
            return standIn.map(policy -> action.key() + ":" + policy.policy()).orElse(action.key());
        }
    }

    /** What happens to a silent participant. */
    public enum Action {
        /** The others wait for them, at most until the round's time is up. */
        WAIT,
        /** Rounds go on without them until they come back. */
        SKIP,
        /** A bot plays for them until they come back. */
        BOT,
        /** They are out for good, and keep what they have earned. */
        RELEASE;

        /**
         * Returns the name in files and logs.
         *
         * @return in small letters
         */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Finds an action by its name.
         *
         * @param key as files have it
         * @return the action
         * @throws IllegalArgumentException if there is none
         */
        public static Action ofKey(String key) {
            return Arrays.stream(values())
                    .filter(action -> action.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("expected one of "
                            + Arrays.stream(values()).map(Action::key).collect(Collectors.joining(", "))
                            + ", but found \"" + key + "\""));
        }
    }

    /**
     * Returns what happens to participants of a role.
     *
     * @param role whose
     * @return the rule; empty if they are waited for
     */
    public Optional<Rule> of(Role role) {
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of(rules.get(role.number())).filter(rule -> rule.action() != Action.WAIT);
    }
}
