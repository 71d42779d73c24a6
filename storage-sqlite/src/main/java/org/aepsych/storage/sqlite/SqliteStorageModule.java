package org.aepsych.storage.sqlite;

import org.aepsych.core.plugin.PluginModule;

/** Contributes the storage {@code sqlite}, and a reader of other programs' SQLite files. */
public final class SqliteStorageModule extends PluginModule {
    /** Creates the module; the program finds it by its service file. */
    public SqliteStorageModule() {}

    @Override
    protected void configure() {
        bindStorage("sqlite").to(SqliteStorageFactory.class);
        bindForeignDatabase("SQLite").to(ForeignSqliteFactory.class);
    }
}
