package org.aepsych.core.player;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.player.PlayerPolicy;
import org.aepsych.api.player.PlayerPolicyFactory;
import org.aepsych.core.config.SchemaCheck;
import org.aepsych.core.config.Suggestions;
import org.aepsych.core.plugin.Extensions;

/** Makes the policies that are installed. Thread-safe. */
public final class PlayerPolicies {
    private final Extensions extensions;

    /**
     * Takes what is installed.
     *
     * @param extensions has the policies
     */
    @Inject
    public PlayerPolicies(Extensions extensions) {
        this.extensions = extensions;
    }

    /**
     * Makes a policy.
     *
     * @param choice which one
     * @return the policy
     * @throws AepsychException {@code INPUT_INVALID} if there is no such policy or its options are wrong
     */
    public PlayerPolicy create(PolicyChoice choice) {
        PlayerPolicyFactory factory = extensions
                .playerPolicy(choice.policy())
                .orElseThrow(() -> new AepsychException(StandardError.INPUT_INVALID, unknown(choice.policy())));
        ConfigSection section = new Options(choice.policy(), choice.options());
        List<Problem> problems = new ArrayList<>(SchemaCheck.problems(section, factory.configSchema(), true));
        if (problems.isEmpty()) {
            try {
                return factory.create(section);
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
        }
        throw new ConfigException(problems);
    }

    private String unknown(String name) {
        return "there is no player policy \"" + name + "\""
                + Suggestions.nearest(name, extensions.playerPolicyNames())
                        .map(near -> "; did you mean \"" + near + "\"?")
                        .orElse("; there are " + extensions.playerPolicyNames());
    }

    private record Options(String name, Map<String, String> texts) implements ConfigSection {
        @Override
        public Optional<String> text(String key) {
            return Optional.ofNullable(texts.get(key));
        }

        @Override
        public Set<String> ownKeys() {
            return texts.keySet();
        }
    }
}
