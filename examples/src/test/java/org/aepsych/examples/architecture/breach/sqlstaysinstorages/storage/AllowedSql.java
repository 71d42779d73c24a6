package org.aepsych.examples.architecture.breach.sqlstaysinstorages.storage;

import java.sql.Connection;

public final class AllowedSql {
    Connection same(Connection thing) {
        return thing;
    }
}
