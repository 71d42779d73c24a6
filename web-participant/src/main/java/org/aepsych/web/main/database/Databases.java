package org.aepsych.web.main.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.TableStore;
import org.aepsych.core.account.Authenticators;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.SettingsOptions;
import org.aepsych.web.main.laboratory.ExistingData;
import org.aepsych.web.main.laboratory.Laboratory;

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

    /** Opens the database of the settings, and refuses to make it. */
    Storage openExisting() {
        ServerSettings unused = ExistingData.require(options.load(Map.of()));
        return open();
    }

    /** Opens another one; the settings' accounts and time limits hold for it, too. */
    Storage open(String url) {
        return open(Map.of("storage.url", seenFromHere(url)));
    }

    /** Refuses the address of a file that is not there, which would be made and be empty. */
    void requireFile(String option, String url) {
        if (url.startsWith(SQLITE) && !Files.isRegularFile(Path.of(url.substring(SQLITE.length())))) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, option + ": there is no file " + url.substring(SQLITE.length()) + ".");
        }
    }

    /** A path in an address on the command line is seen from where the command was given. */
    private static String seenFromHere(String url) {
        return url.startsWith(SQLITE)
                ? SQLITE + SettingsOptions.absolute(Path.of(url.substring(SQLITE.length())))
                : url;
    }

    /** Returns the settings with those of all storages. */
    static ServerSettings known(SettingsOptions options) {
        ServerSettings given = options.load(Map.of());
        return given.withStorages(
                Laboratory.storageSchemas(Laboratory.plugins(given.server()).getInstance(Extensions.class)));
    }

    private Storage open(Map<String, String> more) {
        ServerSettings given = options.load(more);
        Extensions extensions = Laboratory.plugins(given.server()).getInstance(Extensions.class);
        ServerSettings settings = given.withStorages(Laboratory.storageSchemas(extensions));
        return extensions.storage(settings.server().storage()).orElseThrow().open(settings.storage());
    }

    /** Says what has to be kept beside a copy. */
    void tellOfKeys(Console console, Storage copied) {
        long sealed = Authenticators.sealed(copied);
        if (sealed > 0) {
            console.out()
                    .println(sealed + (sealed == 1 ? " secret in it is" : " secrets in it are")
                            + " sealed: keep the key, too, but not beside it; it is in "
                            + options.load(Map.of()).keys().place());
        }
    }

    static TableStore tables(Storage storage) {
        return storage.tables()
                .orElseThrow(() -> new AepsychException(
                        StandardError.UNSUPPORTED,
                        "the storage of " + storage.displayName() + " does not show its tables."));
    }
}
