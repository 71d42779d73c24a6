package org.aepsych.web.rest;

import org.aepsych.web.door.DoorModule;

/** Binds the administrators' interface. */
public final class RestModule extends DoorModule {
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
        open(RestRoutes.class);
    }
}
