package org.aepsych.examples.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aepsych.web.crash.ServerProcess;

/** Starts the program in a process of its own. */
final class Program {
    private Program() {}

    /**
     * Starts the program on free ports and waits until it says that it is ready.
     *
     * @param data folder of everything that it keeps
     * @param command {@code serve} or {@code demo}, and more options
     */
    static ServerProcess start(Path data, String... command) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", data.toString(), "--http", "127.0.0.1:0", "--port", "0"));
        ServerProcess server = ServerProcess.launch(classPath(), ProcessBuilder.Redirect.INHERIT, arguments);
        server.awaitReady();
        return server;
    }

    /** Returns the class path of the launcher: without the examples, which a server finds only as plugins. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.matches(".*[/\\\\]examples[/\\\\]target[/\\\\].*"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
