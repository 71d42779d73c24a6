package org.aepsych.web.main.console;

import java.io.PrintWriter;

/**
 * Where a command prints.
 *
 * @param out results, for people and pipes
 * @param err what went wrong
 */
public record Console(PrintWriter out, PrintWriter err) {}
