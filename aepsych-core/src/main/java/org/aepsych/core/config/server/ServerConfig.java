package org.aepsych.core.config.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
}
