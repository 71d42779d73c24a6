package org.aepsych.core.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.game.Role;
import org.aepsych.api.player.PlayerPolicy;

/** Which policy plays each role. Immutable, thread-safe. */
public final class RolePolicies {
    private final Map<Integer, PlayerPolicy> byRole;
    private final PlayerPolicy others;

    private RolePolicies(Map<Integer, PlayerPolicy> byRole, PlayerPolicy others) {
        this.byRole = Map.copyOf(byRole);
        this.others = others;
    }

    /**
     * Reads policies as command lines have them.
     *
     * @param texts each {@code policy} for all roles or {@code policy:role}, the role being {@code row}, {@code column}
     *     or a number from 1; {@code random} plays the roles that nobody names
     * @param policies makes them
     * @return the policies
     * @throws AepsychException {@code INPUT_INVALID} if a text is none of these, or a role has two policies
     */
    public static RolePolicies parse(List<String> texts, PlayerPolicies policies) {
        Map<Integer, PlayerPolicy> byRole = new TreeMap<>();
        List<PlayerPolicy> others = new ArrayList<>();
        for (String text : texts) {
            int colon = text.lastIndexOf(':');
            PlayerPolicy policy = policies.create(PolicyChoice.parse(colon < 0 ? text : text.substring(0, colon)));
            if (colon < 0) {
                others.add(policy);
            } else if (byRole.put(role(text, text.substring(colon + 1)), policy) != null) {
                throw new AepsychException(
                        StandardError.INPUT_INVALID, "policy: two are given for the role of \"" + text + "\"");
            }
        }
        if (others.size() > 1) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "policy: two are given for all roles; write policy:role to say for which one, in " + texts);
        }
        return new RolePolicies(
                byRole, others.isEmpty() ? policies.create(PolicyChoice.parse("random")) : others.get(0));
    }

    /**
     * The same policy for all roles.
     *
     * @param policy which one
     * @return the policies
     */
    public static RolePolicies all(PlayerPolicy policy) {
        return new RolePolicies(Map.of(), policy);
    }

    private static int role(String text, String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "row" -> Role.ROW.number();
            case "column" -> Role.COLUMN.number();
            default -> {
                if (!name.strip().matches("[1-9][0-9]?")) {
                    throw new AepsychException(
                            StandardError.INPUT_INVALID,
                            "policy: the role in \"" + text + "\" must be row, column or a number from 1");
                }
                yield Integer.parseInt(name.strip()) - 1;
            }
        };
    }

    /**
     * Returns the policy of a role.
     *
     * @param role whose
     * @return how it plays
     */
    public PlayerPolicy of(Role role) {
        return Optional.ofNullable(byRole.get(role.number())).orElse(others);
    }
}
