package org.aepsych.examples.architecture.breach.sqlstaysinstorages.core;

import java.sql.Connection;

public final class SqlBreach {
    Connection same(Connection thing) {
        return thing;
    }
}
