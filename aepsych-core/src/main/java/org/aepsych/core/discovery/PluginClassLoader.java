package org.aepsych.core.discovery;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import java.util.List;

/**
 * Loads the classes of one plugin: its own jars, the JDK, and of the program only what plugins compile against. So a
 * plugin may bring its own version of any library. This isolates dependencies; it does not make plugins harmless.
 */
final class PluginClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    /** To add to this list is a change of the contracts. */
    private static final List<String> SHARED = List.of(
            "org.aepsych.api.",
            "org.aepsych.core.plugin.",
            "com.google.inject.",
            "jakarta.inject.",
            "org.slf4j.",
            "org.jspecify.");

    private final ClassLoader application;

    PluginClassLoader(String plugin, List<URL> jars, ClassLoader application) {
        super("plugin-" + plugin, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.application = application;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return SHARED.stream().anyMatch(name::startsWith)
                ? application.loadClass(name)
                : super.loadClass(name, resolve);
    }

    /** Returns only what the plugin's own jars hold: service files of the program are none of its business. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return findResources(name);
    }
}
