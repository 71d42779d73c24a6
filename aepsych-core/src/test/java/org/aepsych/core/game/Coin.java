package org.aepsych.core.game;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.number.Rational;
import org.aepsych.api.player.PlayerPolicy;
import org.aepsych.api.player.PlayerPolicyFactory;
import org.aepsych.api.player.PlayerSituation;

/** Draws eighths for the first action, and gives the rest to the last one. */
final class Coin implements PlayerPolicy, PlayerPolicyFactory {
    @Override
    public String name() {
        return "coin";
    }

    @Override
    public ConfigSchema configSchema() {
        return ConfigSchema.of();
    }

    @Override
    public PlayerPolicy create(ConfigSection config) {
        return this;
    }

    @Override
    public Mixture play(PlayerSituation situation, RandomGenerator random) {
        int first = random.nextInt(9);
        List<Rational> weights = new ArrayList<>();
        for (int action = 0; action < situation.actions(); action++) {
            int eighths = action == 0 ? first : action == situation.actions() - 1 ? 8 - first : 0;
            weights.add(Rational.of(eighths, 8));
        }
        return new Mixture(weights);
    }
}
