package org.aepsych.web.main;

import java.io.PrintWriter;

/**
 * Where a command prints.
 *
 * @param out results, for people and pipes
 * @param err what went wrong
 */
record Console(PrintWriter out, PrintWriter err) {}
