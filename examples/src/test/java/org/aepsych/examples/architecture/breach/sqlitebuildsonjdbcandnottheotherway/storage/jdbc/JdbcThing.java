package org.aepsych.examples.architecture.breach.sqlitebuildsonjdbcandnottheotherway.storage.jdbc;

public final class JdbcThing {}
