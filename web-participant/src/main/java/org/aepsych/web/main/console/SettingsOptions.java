package org.aepsych.web.main.console;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.aepsych.core.config.server.ServerSettings;
import picocli.CommandLine.Option;

/** The options of all commands that open the data: where the settings come from, and where the data is. */
public final class SettingsOptions {
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

    /** For commands that have these options. */
    public SettingsOptions() {}

    /**
     * Reads the settings; flags override the environment, which overrides the file.
     *
     * @param more flags of the command itself, as {@code section.option}; they override these options
     * @return the settings
     */
    public ServerSettings load(Map<String, String> more) {
        Map<String, String> flags = new HashMap<>(settings);
        data.ifPresent(folder -> flags.put("server.data", absolute(folder)));
        database.filter(file -> !more.containsKey("storage.url")).ifPresent(file -> {
            flags.put("storage.type", "sqlite");
            flags.put("storage.sqlite.path", absolute(file));
        });
        flags.putAll(more);
        return ServerSettings.load(config, System.getenv(), flags);
    }

    /**
     * Returns the database file that was named, if one was.
     *
     * @return the file as it was written
     */
    public Optional<Path> database() {
        return database;
    }

    /**
     * Makes a path absolute: on the command line it is seen from where the command was given, in files from the data folder.
     *
     * @param path from the command line
     * @return the absolute path
     */
    public static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
