package org.aepsych.examples.architecture.breach.sqlitebuildsonjdbcandnottheotherway.storage.sqlite;

public final class SqliteThing {}
