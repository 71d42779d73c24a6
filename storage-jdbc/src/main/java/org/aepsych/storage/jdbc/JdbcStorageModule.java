package org.aepsych.storage.jdbc;

import org.aepsych.core.plugin.PluginModule;

/** Contributes the storage {@code postgresql}. */
public final class JdbcStorageModule extends PluginModule {
    /** Creates the module; the program finds it by its service file. */
    public JdbcStorageModule() {}

    @Override
    protected void configure() {
        bindStorage("postgresql").to(PostgresStorageFactory.class);
    }
}
