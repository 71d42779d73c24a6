package org.aepsych.examples.architecture.breach.sqlitebuildsonjdbcandnottheotherway.storage.jdbc;

import org.aepsych.examples.architecture.breach.sqlitebuildsonjdbcandnottheotherway.storage.sqlite.SqliteThing;

public final class JdbcBreach {
    SqliteThing same(SqliteThing thing) {
        return thing;
    }
}
