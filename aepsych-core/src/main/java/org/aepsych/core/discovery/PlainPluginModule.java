package org.aepsych.core.discovery;

import java.util.List;
import org.aepsych.api.payoff.PayoffRuleFactory;
import org.aepsych.api.player.PlayerPolicyFactory;
import org.aepsych.api.plugin.Plugin;
import org.aepsych.api.presentation.Presenter;
import org.aepsych.api.storage.StorageFactory;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.core.plugin.PluginModule;

/** Binds what a plugin without injection contributes. */
final class PlainPluginModule extends PluginModule {
    private final List<StrategyFactory> strategies;
    private final List<PayoffRuleFactory> payoffRules;
    private final List<PlayerPolicyFactory> playerPolicies;
    private final List<Presenter> presenters;
    private final List<StorageFactory> storages;

    /** Asks the plugin once, here and not while modules are installed. */
    PlainPluginModule(Plugin plugin) {
        this.strategies = List.copyOf(plugin.strategies());
        this.payoffRules = List.copyOf(plugin.payoffRules());
        this.playerPolicies = List.copyOf(plugin.playerPolicies());
        this.presenters = List.copyOf(plugin.presenters());
        this.storages = List.copyOf(plugin.storages());
    }

    @Override
    protected void configure() {
        strategies.forEach(factory -> bindStrategy(factory.name()).toInstance(factory));
        payoffRules.forEach(factory -> bindPayoffRule(factory.name()).toInstance(factory));
        playerPolicies.forEach(factory -> bindPlayerPolicy(factory.name()).toInstance(factory));
        presenters.forEach(presenter -> bindPresenter(presenter.name()).toInstance(presenter));
        storages.forEach(factory -> bindStorage(factory.name()).toInstance(factory));
    }
}
