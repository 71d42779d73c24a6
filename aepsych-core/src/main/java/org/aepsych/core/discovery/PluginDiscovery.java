package org.aepsych.core.discovery;

import com.google.inject.Module;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.plugin.Plugin;
import org.aepsych.core.plugin.PluginModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds plugins: first on the class path, then in the plugin folder, where each sub-folder is a plugin with a class
 * loader of its own. Class loaders stay open as long as the program runs; there is no unloading.
 */
public final class PluginDiscovery {
    private static final Logger LOG = LoggerFactory.getLogger(PluginDiscovery.class);

    private final ClassLoader application;
    private final Set<String> disabled;
    private final Set<String> unmatched;
    private final List<String> problems = new ArrayList<>();
    private final List<DiscoveredPlugin> plugins = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    private PluginDiscovery(Collection<String> disabled, ClassLoader application) {
        this.application = application;
        this.disabled = Set.copyOf(disabled);
        this.unmatched = new LinkedHashSet<>(disabled);
    }

    /**
     * Finds and checks all plugins, and logs what each contributes.
     *
     * @param folder the plugin folder; need not exist
     * @param disabled ids of plugins that are not to be used; of those in the folder no class is loaded
     * @return the plugins
     * @throws AepsychException {@code PLUGIN_INVALID} with a sentence for everything that is wrong, one a line
     */
    public static DiscoveredPlugins discover(Path folder, Collection<String> disabled) {
        return discover(folder, disabled, PluginDiscovery.class.getClassLoader());
    }

    static DiscoveredPlugins discover(Path folder, Collection<String> disabled, ClassLoader application) {
        return new PluginDiscovery(disabled, application).discover(folder);
    }

    private DiscoveredPlugins discover(Path folder) {
        discoverClassPath();
        PluginFolder.in(folder, problems).forEach(this::discoverFolder);
        if (!problems.isEmpty()) {
            throw new AepsychException(StandardError.PLUGIN_INVALID, String.join("\n", problems));
        }
        for (DiscoveredPlugin plugin : plugins) {
            LOG.info(
                    "plugin {} {} from {}: {}",
                    plugin.id(),
                    plugin.version(),
                    plugin.location(),
                    plugin.contributions());
        }
        if (!unmatched.isEmpty()) {
            LOG.warn("[plugins] disabled names {}, but there are no such plugins", unmatched);
        }
        return new DiscoveredPlugins(plugins);
    }

    private void discoverClassPath() {
        forEachService(PluginModule.class, application, "the class path", module -> addBuiltIn(module, module));
        forEachService(
                Plugin.class,
                application,
                "the class path",
                plugin -> addBuiltIn(plugin, new PlainPluginModule(plugin)));
    }

    private void addBuiltIn(Object plugin, Module module) {
        Class<?> type = plugin.getClass();
        String location = location(type);
        String version = Optional.ofNullable(type.getPackage().getImplementationVersion())
                .orElse("built in");
        String id = type.getSimpleName()
                .replaceAll("(Plugin)?(Module)?$", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        if (!isDisabled(id, location)) {
            add(id, version, location, List.of(module));
        }
    }

    private void discoverFolder(PluginFolder folder) {
        String id = folder.id();
        String location = folder.main().jar().toString();
        if (isDisabled(id, location)) {
            return;
        }
        PluginClassLoader loader = new PluginClassLoader(id, urls(folder.jars()), application);
        int before = problems.size();
        List<Module> modules = new ArrayList<>();
        asPlugin(loader, () -> {
            forEachService(PluginModule.class, loader, location, modules::add);
            forEachService(Plugin.class, loader, location, plugin -> modules.add(new PlainPluginModule(plugin)));
            if (problems.size() == before) {
                String version = folder.main().version().orElseThrow();
                attempt(location + ": plugin " + id, () -> add(id, version, location, modules));
            }
        });
        if (problems.size() > before) {
            close(loader);
        }
    }

    private boolean isDisabled(String id, String location) {
        if (disabled.contains(id)) {
            unmatched.remove(id);
            LOG.info("plugin {} from {} is disabled", id, location);
            return true;
        }
        return false;
    }

    private void add(String id, String version, String location, List<Module> modules) {
        List<Contribution> contributions = new ArrayList<>();
        for (Module module : modules) {
            List<String> unbound = new ArrayList<>();
            contributions.addAll(ModuleContributions.of(module, unbound));
            unbound.forEach(problem -> problems.add(location + ": " + problem));
        }
        claim("plugin", id, location);
        for (Contribution contribution : contributions) {
            if (!PluginManifest.NAME.matcher(contribution.name()).matches()) {
                problems.add(location + ": the name of " + contribution.kind() + " \"" + contribution.name()
                        + "\" must match " + PluginManifest.NAME);
            }
            claim(contribution.kind(), contribution.name(), location);
            contribution.aliases().forEach(alias -> claim(contribution.kind(), alias, location));
        }
        plugins.add(new DiscoveredPlugin(id, version, location, contributions, modules));
    }

    /** Reserves a name; the first who claims it keeps it. */
    private void claim(String kind, String name, String location) {
        String first = places.putIfAbsent(kind + " " + name, location);
        if (first != null) {
            problems.add(location + ": there is a " + kind + " \"" + name + "\" already, from " + first);
        }
    }

    private <T> void forEachService(Class<T> type, ClassLoader loader, String place, Consumer<T> consumer) {
        List<ServiceLoader.Provider<T>> providers;
        try {
            providers = ServiceLoader.load(type, loader).stream().collect(Collectors.toList());
        } catch (ServiceConfigurationError | LinkageError e) {
            problems.add(place + ": " + e.getMessage());
            return;
        }
        for (ServiceLoader.Provider<T> provider : providers) {
            attempt(place + ": " + provider.type().getName(), () -> consumer.accept(provider.get()));
        }
    }

    /** Runs code of a plugin, which may do anything wrong. */
    private void attempt(String who, Runnable work) {
        try {
            work.run();
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            Throwable reason = e instanceof ServiceConfigurationError && e.getCause() != null ? e.getCause() : e;
            problems.add(who + " cannot be made or asked: " + reason);
        }
    }

    /** Runs plugin code with the plugin's loader as the context loader, which libraries of the plugin may look at. */
    private static void asPlugin(ClassLoader loader, Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<URL> urls(List<Path> jars) {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalStateException("a file has no address: " + jar, e);
            }
        }
        return urls;
    }

    private static String location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null ? type.getName() : String.valueOf(source.getLocation());
    }

    private void close(PluginClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            LOG.debug("class loader {} was not closed", loader.getName(), e);
        }
    }
}
