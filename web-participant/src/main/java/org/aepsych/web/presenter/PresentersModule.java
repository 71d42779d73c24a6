package org.aepsych.web.presenter;

import org.aepsych.core.plugin.PluginModule;

/** Contributes the presenters that come along. */
public final class PresentersModule extends PluginModule {
    @Override
    protected void configure() {
        for (BuiltInPresenter presenter : BuiltInPresenter.values()) {
            bindPresenter(presenter.presenterName()).toInstance(presenter.presenter());
        }
    }
}
