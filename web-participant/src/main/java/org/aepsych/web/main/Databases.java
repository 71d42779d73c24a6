package org.aepsych.web.main;

import java.nio.file.Path;
import java.util.Map;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.TableStore;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.plugin.Extensions;

/** Opens databases for work on them as a whole, without an engine. */
final class Databases {
    private static final String SQLITE = "jdbc:sqlite:";

    private final SettingsOptions options;

    Databases(SettingsOptions options) {
        this.options = options;
    }

    /** Opens the database of the settings. */
    Storage open() {
        return open(Map.of());
    }

    /** Opens another one; the settings' accounts and time limits hold for it, too. */
    Storage open(String url) {
        return open(Map.of("storage.url", seenFromHere(url)));
    }

    /** A path in an address on the command line is seen from where the command was given. */
    private static String seenFromHere(String url) {
        return url.startsWith(SQLITE)
                ? SQLITE + SettingsOptions.absolute(Path.of(url.substring(SQLITE.length())))
                : url;
    }

    private Storage open(Map<String, String> more) {
        ServerSettings given = options.load(more);
        Extensions extensions = Laboratory.plugins(given.server()).getInstance(Extensions.class);
        ServerSettings settings = given.withStorages(Laboratory.storageSchemas(extensions));
        return extensions.storage(settings.server().storage()).orElseThrow().open(settings.storage());
    }

    static TableStore tables(Storage storage) {
        return storage.tables()
                .orElseThrow(() -> new AepsychException(
                        StandardError.UNSUPPORTED,
                        "the storage of " + storage.displayName() + " does not show its tables."));
    }
}
