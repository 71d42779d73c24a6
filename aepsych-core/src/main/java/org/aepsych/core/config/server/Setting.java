package org.aepsych.core.config.server;

/**
 * A setting as somebody gave it.
 *
 * @param text the value
 * @param origin where it comes from
 */
record Setting(String text, Origin origin) {}
