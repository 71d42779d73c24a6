package org.aepsych.web.main;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.aepsych.core.config.server.ServerSettings;
import picocli.CommandLine.Option;

/** The options of all commands that open the data: where the settings come from, and where the data is. */
final class SettingsOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings file (aepsych.ini in the data folder, if there is one).")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of everything that is kept (data).")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = {"-d", "--db"},
            paramLabel = "FILE",
            description = "SQLite file, created if needed (aepsych.db in the data folder).")
    private Optional<Path> database = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "SECTION.OPTION=VALUE",
            description = "Any setting; aepsych --help-config lists them. May be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** Reads the settings; flags override the environment, which overrides the file. */
    ServerSettings load(Map<String, String> more) {
        Map<String, String> flags = new HashMap<>(settings);
        data.ifPresent(folder -> flags.put("server.data", absolute(folder)));
        database.filter(file -> !more.containsKey("storage.url")).ifPresent(file -> {
            flags.put("storage.type", "sqlite");
            flags.put("storage.sqlite.path", absolute(file));
        });
        flags.putAll(more);
        return ServerSettings.load(config, System.getenv(), flags);
    }

    /** Returns the database file that was named, if one was. */
    Optional<Path> database() {
        return database;
    }

    /** Paths on the command line are seen from where the command was given, those in files from the data folder. */
    static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
