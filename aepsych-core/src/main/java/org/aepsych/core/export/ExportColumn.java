package org.aepsych.core.export;

/**
 * A column of an export.
 *
 * @param name what analysts type, lower case with underscores, apart from the names that an experiment itself gives
 * @param type what it holds
 * @param description meaning, unit, and when it is empty
 */
public record ExportColumn(String name, ColumnType type, String description) {}
