package org.aepsych.examples.architecture.breach.sqlstaysinstorages.web;

import org.jdbi.v3.core.Jdbi;

public final class JdbiBreach {
    Jdbi same(Jdbi thing) {
        return thing;
    }
}
