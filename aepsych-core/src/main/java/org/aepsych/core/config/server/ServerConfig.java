package org.aepsych.core.config.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.aepsych.api.config.ConfigSection;

/**
 * The settings of the process itself, typed.
 *
 * @param data folder of everything that the server keeps; absolute
 * @param logs folder of the log files; absolute
 * @param plugins folder of the plugins, one sub-folder each; absolute
 * @param disabledPlugins ids of plugins that are found but not used
 * @param web where pages are served
 * @param publicUrl address under which participants reach the pages, without a slash at its end; empty if it is that of
 *     {@code web}
 * @param adaptive where clients of AEPsych's protocol are served
 * @param single whether the server ends with its first client, as AEPsych's does
 * @param readOnly whether the server works on a copy of the data that is thrown away
 * @param storage name of the storage
 */
public record ServerConfig(
        Path data,
        Path logs,
        Path plugins,
        List<String> disabledPlugins,
        Endpoint web,
        Optional<URI> publicUrl,
        Endpoint adaptive,
        boolean single,
        boolean readOnly,
        String storage) {
    /** Copies the list. */
    public ServerConfig {
        disabledPlugins = List.copyOf(disabledPlugins);
    }

    /** Reads the sections {@code [server]}, {@code [web]}, {@code [plugins]} and {@code [storage]}. */
    static ServerConfig of(Function<String, ConfigSection> sections) {
        ConfigSection process = sections.apply("server");
        ConfigSection web = sections.apply("web");
        ConfigSection plugins = sections.apply("plugins");
        Path data = process.get(SettingsSchemas.DATA).toAbsolutePath().normalize();
        return new ServerConfig(
                data,
                data.resolve(process.get(SettingsSchemas.LOGS)).normalize(),
                data.resolve(plugins.get(SettingsSchemas.FOLDER)).normalize(),
                plugins.get(SettingsSchemas.DISABLED),
                new Endpoint(web.get(SettingsSchemas.HOST), web.get(SettingsSchemas.WEB_PORT)),
                web.get(SettingsSchemas.PUBLIC_URL),
                new Endpoint(process.get(SettingsSchemas.IP), process.get(SettingsSchemas.ADAPTIVE_PORT)),
                process.get(SettingsSchemas.SINGLE),
                process.get(SettingsSchemas.READ_ONLY),
                sections.apply("storage").get(SettingsSchemas.TYPE));
    }
}
