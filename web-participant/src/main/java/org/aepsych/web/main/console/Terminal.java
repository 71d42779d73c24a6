package org.aepsych.web.main.console;

import java.io.Console;
import java.util.Optional;

/** Whether a person watches, so that progress may be drawn over itself. */
final class Terminal {
    private Terminal() {}

    static boolean isWatched() {
        return Optional.ofNullable(System.console()).map(Terminal::isTerminal).orElse(false);
    }

    /** From Java 22 on there is a console also where output goes to a file; it then says itself what it is. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
