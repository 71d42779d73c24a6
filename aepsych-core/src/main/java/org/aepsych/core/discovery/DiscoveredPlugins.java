package org.aepsych.core.discovery;

import com.google.inject.Module;
import java.util.List;
import java.util.stream.Stream;

/**
 * All plugins that are used.
 *
 * @param plugins those of the class path first
 */
public record DiscoveredPlugins(List<DiscoveredPlugin> plugins) {
    /** Copies the list. */
    public DiscoveredPlugins {
        plugins = List.copyOf(plugins);
    }

    /**
     * Returns what is to be installed in the injector.
     *
     * @return the modules of all plugins, and those that bind {@link org.aepsych.core.plugin.Extensions} and this
     */
    public List<Module> modules() {
        return Stream.concat(
                        Stream.<Module>of(
                                new ExtensionsModule(),
                                binder -> binder.bind(DiscoveredPlugins.class).toInstance(this)),
                        plugins.stream().flatMap(plugin -> plugin.modules().stream()))
                .toList();
    }
}
