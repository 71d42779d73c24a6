package org.aepsych.web.admin.owner;

import java.util.List;
import java.util.Optional;
import org.aepsych.core.config.server.EffectiveSetting;
import org.aepsych.core.database.StorageFacts.StorageFact;
import org.aepsych.web.view.Frame;

/**
 * How the server is set up.
 *
 * @param frame around it
 * @param token form token
 * @param version of the program and of Java
 * @param file the settings file; empty if there is none
 * @param sections all settings
 * @param storage name of the storage
 * @param facts what the storage says of itself
 * @param plugins those in use
 * @param mail how mails are doing
 * @param notice what was done just now
 * @param error what did not work just now
 */
public record SettingsPage(
        Frame frame,
        String token,
        String version,
        Optional<String> file,
        List<Section> sections,
        String storage,
        List<StorageFact> facts,
        List<PluginLine> plugins,
        MailState mail,
        Optional<String> notice,
        Optional<String> error) {
    /** Copies the lists. */
    public SettingsPage {
        sections = List.copyOf(sections);
        facts = List.copyOf(facts);
        plugins = List.copyOf(plugins);
    }

    /**
     * A section of the settings.
     *
     * @param name its name
     * @param settings in the order of the documentation
     */
    public record Section(String name, List<EffectiveSetting> settings) {
        /** Copies the list. */
        public Section {
            settings = List.copyOf(settings);
        }

        /**
         * Returns how many settings somebody gave.
         *
         * @return from 0
         */
        public long given() {
            return settings.stream()
                    .filter(setting -> !setting.origin().equals("default"))
                    .count();
        }
    }

    /**
     * A plugin.
     *
     * @param id its name
     * @param version its version
     * @param location where its classes come from
     * @param contributions what it adds, by kind
     */
    public record PluginLine(String id, String version, String location, List<String> contributions) {
        /** Copies the list. */
        public PluginLine {
            contributions = List.copyOf(contributions);
        }
    }

    /**
     * How mails are doing.
     *
     * @param ready whether mails can be sent
     * @param waiting mails not sent yet
     * @param failing those of them that failed at least once
     * @param done mails sent so far
     * @param givenUp mails that were never taken
     * @param to address to try
     */
    public record MailState(boolean ready, long waiting, long failing, long done, long givenUp, String to) {}
}
