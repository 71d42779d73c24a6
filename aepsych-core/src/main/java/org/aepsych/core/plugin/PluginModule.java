package org.aepsych.core.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.binder.LinkedBindingBuilder;
import com.google.inject.multibindings.MapBinder;
import org.aepsych.api.foreign.ForeignDatabaseFactory;
import org.aepsych.api.payoff.PayoffRuleFactory;
import org.aepsych.api.player.PlayerPolicyFactory;
import org.aepsych.api.presentation.Presenter;
import org.aepsych.api.storage.StorageFactory;
import org.aepsych.api.strategy.StrategyFactory;

/**
 * A plugin that wants injection: override {@link #configure()} and bind contributions by name. The class is named in
 * {@code META-INF/services/org.aepsych.core.plugin.PluginModule}. Modules bind and do nothing else.
 */
public abstract class PluginModule extends AbstractModule {

    /**
     * Contributes a strategy.
     *
     * @param name what experiment files say; the factory's {@link StrategyFactory#name()}
     * @return to be bound {@code to} the factory's class
     */
    protected final LinkedBindingBuilder<StrategyFactory> bindStrategy(String name) {
        return MapBinder.newMapBinder(binder(), String.class, StrategyFactory.class)
                .addBinding(name);
    }

    /**
     * Contributes a payoff rule.
     *
     * @param name what experiment files say; the factory's {@link PayoffRuleFactory#name()}
     * @return to be bound {@code to} the factory's class
     */
    protected final LinkedBindingBuilder<PayoffRuleFactory> bindPayoffRule(String name) {
        return MapBinder.newMapBinder(binder(), String.class, PayoffRuleFactory.class)
                .addBinding(name);
    }

    /**
     * Contributes a policy of simulated participants.
     *
     * @param name what files and the command line say; the factory's {@link PlayerPolicyFactory#name()}
     * @return to be bound {@code to} the factory's class
     */
    protected final LinkedBindingBuilder<PlayerPolicyFactory> bindPlayerPolicy(String name) {
        return MapBinder.newMapBinder(binder(), String.class, PlayerPolicyFactory.class)
                .addBinding(name);
    }

    /**
     * Contributes a presenter of stimuli in browsers.
     *
     * @param name what experiment files say; the presenter's {@link Presenter#name()}
     * @return to be bound {@code to} the presenter's class
     */
    protected final LinkedBindingBuilder<Presenter> bindPresenter(String name) {
        return MapBinder.newMapBinder(binder(), String.class, Presenter.class).addBinding(name);
    }

    /**
     * Contributes a storage.
     *
     * @param name what the settings say; the factory's {@link StorageFactory#name()}
     * @return to be bound {@code to} the factory's class
     */
    protected final LinkedBindingBuilder<StorageFactory> bindStorage(String name) {
        return MapBinder.newMapBinder(binder(), String.class, StorageFactory.class)
                .addBinding(name);
    }

    /**
     * Contributes a reader of other programs' database files.
     *
     * @param format the factory's {@link ForeignDatabaseFactory#format()}
     * @return to be bound {@code to} the factory's class
     */
    protected final LinkedBindingBuilder<ForeignDatabaseFactory> bindForeignDatabase(String format) {
        return MapBinder.newMapBinder(binder(), String.class, ForeignDatabaseFactory.class)
                .addBinding(format);
    }
}
