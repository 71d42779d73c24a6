package org.aepsych.web.main;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.aepsych.core.config.server.ServerConfig;
import org.aepsych.core.discovery.Contribution;
import org.aepsych.core.discovery.DiscoveredPlugin;
import org.aepsych.core.discovery.PluginDiscovery;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows which plugins there are. */
@Command(
        name = "plugins",
        mixinStandardHelpOptions = true,
        description = "Lists the plugins that are used, where each comes from, and what it contributes.")
final class PluginsCommand implements Callable<Integer> {
    private final Console console;

    private enum Act {
        LIST
    }

    @Parameters(paramLabel = "list", description = "${COMPLETION-CANDIDATES}")
    private Act act = Act.LIST;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    PluginsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ServerConfig config = settings.load(Map.of()).server();
        switch (act) {
            case LIST ->
                PluginDiscovery.discover(config.plugins(), config.disabledPlugins())
                        .plugins()
                        .forEach(this::print);
        }
        return 0;
    }

    private void print(DiscoveredPlugin plugin) {
        console.out().println(plugin.id() + " " + plugin.version() + "  (" + plugin.location() + ")");
        plugin.contributions().stream()
                .collect(Collectors.groupingBy(
                        Contribution::kind, Collectors.mapping(Contribution::name, Collectors.joining(", "))))
                .forEach((kind, names) -> console.out().println("    " + kind + ": " + names));
    }
}
