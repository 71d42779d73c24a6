package org.aepsych.api.plugin;

import java.util.List;
import org.aepsych.api.payoff.PayoffRuleFactory;
import org.aepsych.api.player.PlayerPolicyFactory;
import org.aepsych.api.presentation.Presenter;
import org.aepsych.api.storage.StorageFactory;
import org.aepsych.api.strategy.StrategyFactory;

/**
 * What one jar contributes; its class is named in {@code META-INF/services/org.aepsych.api.plugin.Plugin}. A lab needs
 * nothing else: no injection, no annotation.
 */
public interface Plugin {
    /**
     * Returns sampling strategies.
     *
     * @return none by default
     */
    default List<StrategyFactory> strategies() {
        return List.of();
    }

    /**
     * Returns payoff rules.
     *
     * @return none by default
     */
    default List<PayoffRuleFactory> payoffRules() {
        return List.of();
    }

    /**
     * Returns policies of simulated participants.
     *
     * @return none by default
     */
    default List<PlayerPolicyFactory> playerPolicies() {
        return List.of();
    }

    /**
     * Returns presenters of stimuli in browsers.
     *
     * @return none by default
     */
    default List<Presenter> presenters() {
        return List.of();
    }

    /**
     * Returns storages.
     *
     * @return none by default
     */
    default List<StorageFactory> storages() {
        return List.of();
    }
}
