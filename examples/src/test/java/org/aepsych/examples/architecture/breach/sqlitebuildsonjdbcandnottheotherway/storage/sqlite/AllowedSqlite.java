package org.aepsych.examples.architecture.breach.sqlitebuildsonjdbcandnottheotherway.storage.sqlite;

import org.aepsych.examples.architecture.breach.sqlitebuildsonjdbcandnottheotherway.storage.jdbc.JdbcThing;

public final class AllowedSqlite {
    JdbcThing same(JdbcThing thing) {
        return thing;
    }
}
