package org.aepsych.web.rest;

import com.google.inject.AbstractModule;
import org.aepsych.web.door.Door;

/** Binds the administrators' interface. */
public final class RestModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(RestGate.class);
        bind(Messages.class);
        bind(ExperimentsResource.class);
        bind(ParticipantsResource.class);
        bind(ArchiveResource.class);
        bind(ResultsResource.class);
        bind(SessionsResource.class);
        bind(AccountsResource.class);
        bind(OperationResource.class);
        Door.among(binder(), RestRoutes.class);
    }
}
