package org.aepsych.web.rest;

import com.google.inject.AbstractModule;

/** Binds the administrators' interface. */
public final class RestModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(RestGate.class);
        bind(Messages.class);
        bind(ExperimentsResource.class);
        bind(ResultsResource.class);
        bind(SessionsResource.class);
        bind(AccountsResource.class);
        bind(RestRoutes.class);
    }
}
