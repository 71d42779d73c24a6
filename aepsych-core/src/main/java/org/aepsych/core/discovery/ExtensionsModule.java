package org.aepsych.core.discovery;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.MapBinder;
import org.aepsych.api.foreign.ForeignDatabaseFactory;
import org.aepsych.api.payoff.PayoffRuleFactory;
import org.aepsych.api.player.PlayerPolicyFactory;
import org.aepsych.api.presentation.Presenter;
import org.aepsych.api.storage.StorageFactory;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.core.plugin.Extensions;

/** Declares the kinds of extensions, so that a kind to which nobody contributes is empty and not missing. */
final class ExtensionsModule extends AbstractModule {
    @Override
    protected void configure() {
        MapBinder.newMapBinder(binder(), String.class, StrategyFactory.class);
        MapBinder.newMapBinder(binder(), String.class, PayoffRuleFactory.class);
        MapBinder.newMapBinder(binder(), String.class, PlayerPolicyFactory.class);
        MapBinder.newMapBinder(binder(), String.class, Presenter.class);
        MapBinder.newMapBinder(binder(), String.class, StorageFactory.class);
        MapBinder.newMapBinder(binder(), String.class, ForeignDatabaseFactory.class);
        bind(Extensions.class).in(Singleton.class);
    }
}
