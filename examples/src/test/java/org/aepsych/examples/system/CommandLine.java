package org.aepsych.examples.system;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.aepsych.web.main.Main;

/**
 * What a command came to.
 *
 * @param exitCode 0 if it did what was asked
 * @param out what it printed
 * @param err what it complained about
 */
record CommandLine(int exitCode, String out, String err) {
    static CommandLine run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new CommandLine(exitCode, out.toString(), err.toString());
    }
}
