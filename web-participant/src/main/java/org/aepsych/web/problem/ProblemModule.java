package org.aepsych.web.problem;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;

/** Binds how errors are answered. */
public final class ProblemModule extends AbstractModule {
    /** Creates the module. */
    public ProblemModule() {}

    @Override
    protected void configure() {
        bind(ProblemMapper.class).in(Singleton.class);
        bind(RequestIds.class).in(Singleton.class);
    }
}
