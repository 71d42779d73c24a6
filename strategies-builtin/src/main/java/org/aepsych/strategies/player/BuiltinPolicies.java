package org.aepsych.strategies.player;

import java.util.List;
import java.util.function.Function;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.player.PlayerPolicy;
import org.aepsych.api.player.PlayerPolicyFactory;
import org.aepsych.strategies.option.BoundedOption;

/** The policies that come with the program. */
public final class BuiltinPolicies {
    private static final ConfigOption<Double> LAMBDA = BoundedOption.realBetween(
                    "lambda",
                    0,
                    Double.POSITIVE_INFINITY,
                    "precision per point of payoff: near 0 all actions alike, large nearly best replies")
            .orElse(1.0);

    private BuiltinPolicies() {}

    /**
     * Returns their factories.
     *
     * @return new ones, in the order in which help shows them
     */
    public static List<PlayerPolicyFactory> factories() {
        return List.of(
                without("first", (situation, random) -> first(situation.actions())),
                without("uniform", (situation, random) -> SmallMixtures.uniform(situation.actions())),
                without("random", (situation, random) -> SmallMixtures.drawn(situation.actions(), random)),
                without("best-reply", new BestReply(Belief.LATEST)),
                without("fictitious-play", new BestReply(Belief.MEAN)),
                new Factory(
                        "logit-quantal-response",
                        ConfigSchema.of(LAMBDA),
                        config -> new LogitResponse(config.get(LAMBDA))),
                without("replicator", new Replicator()));
    }

    private static Mixture first(int actions) {
        return SmallMixtures.equal(actions, List.of(0));
    }

    private static PlayerPolicyFactory without(String name, PlayerPolicy policy) {
        return new Factory(name, ConfigSchema.of(), config -> policy);
    }

    private record Factory(String name, ConfigSchema configSchema, Function<ConfigSection, PlayerPolicy> maker)
            implements PlayerPolicyFactory {
        @Override
        public PlayerPolicy create(ConfigSection config) {
            return maker.apply(config);
        }
    }
}
