package org.aepsych.web.main.laboratory;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.adaptive.message.ZeroWait;
import org.aepsych.core.config.server.ServerConfig;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.config.server.ZeroWaitConfig;
import org.aepsych.core.discovery.PluginDiscovery;
import org.aepsych.core.lifecycle.CoreModule;
import org.aepsych.core.lifecycle.Lifecycle;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.core.secret.SecretBox;
import org.aepsych.core.secret.SecretSource;

/**
 * The program without doors: settings, plugins, the storage, and both kinds of experiment over it. Opened in that order,
 * and if a step fails, what was opened is closed.
 */
public final class Laboratory implements AutoCloseable {
    /** Lanes wait for the disk most of the time, so there are more threads than cores. */
    private static final int LANE_THREADS = 16;

    private static final int SECONDS_TO_FINISH = 10;

    private final ServerSettings settings;
    private final Injector injector;
    private final Lifecycle lifecycle;

    private Laboratory(ServerSettings settings, Injector injector, Lifecycle lifecycle) {
        this.settings = settings;
        this.injector = injector;
        this.lifecycle = lifecycle;
    }

    /**
     * Opens the laboratory.
     *
     * @param given settings as read; the storages' sections are checked here
     * @param modules what else is to be wired, such as the doors
     * @return the open laboratory
     */
    public static Laboratory open(ServerSettings given, Module... modules) {
        Injector plugins = plugins(given.server());
        Extensions extensions = plugins.getInstance(Extensions.class);
        ServerSettings settings = given.withStorages(storageSchemas(extensions));
        Lifecycle lifecycle = new Lifecycle();
        Storage storage = lifecycle.start(
                "storage",
                () -> extensions
                        .storage(settings.server().storage())
                        .orElseThrow()
                        .open(settings.storage()));
        ExecutorService lanes = lifecycle.start("lanes", Laboratory::lanes, pool -> () -> finish(pool));
        ZeroWait zeroWait = lifecycle.start("zero wait", () -> zeroWait(settings.zeroWait()), wait -> wait);
        Injector injector = lifecycle.start(
                "wiring",
                () -> plugins.createChildInjector(
                        wiring(settings, new CoreModule(storage, lanes, zeroWait, secrets(settings)), modules)),
                wired -> () -> {});
        return new Laboratory(settings, injector, lifecycle);
    }

    /**
     * Finds the plugins and wires them.
     *
     * @param config says where the folder is
     * @return an injector that knows the {@link Extensions}
     */
    public static Injector plugins(ServerConfig config) {
        List<Module> modules = new ArrayList<>(PluginDiscovery.discover(config.plugins(), config.disabledPlugins())
                .modules());
        modules.add(new Strict());
        return Guice.createInjector(Stage.PRODUCTION, modules);
    }

    /**
     * Returns the settings of all storages.
     *
     * @param extensions have the storages
     * @return what each may be told, by its name
     */
    public static Map<String, ConfigSchema> storageSchemas(Extensions extensions) {
        Map<String, ConfigSchema> schemas = new LinkedHashMap<>();
        extensions
                .storageNames()
                .forEach(name ->
                        extensions.storage(name).ifPresent(factory -> schemas.put(name, factory.configSchema())));
        return schemas;
    }

    private static SecretBox secrets(ServerSettings settings) {
        return new SecretBox(settings.keys(), SecretSource.secure());
    }

    private static ZeroWait zeroWait(ZeroWaitConfig config) {
        return new ZeroWait(new ZeroWait.Settings(config.cores(), config.budget()));
    }

    private static List<Module> wiring(ServerSettings settings, CoreModule core, Module... more) {
        List<Module> modules = new ArrayList<>(List.of(more));
        modules.add(core);
        modules.add(binder -> binder.bind(ServerSettings.class).toInstance(settings));
        return modules;
    }

    private static ExecutorService lanes() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(LANE_THREADS, work -> new Thread(work, "lane-" + number.incrementAndGet()));
    }

    private static void finish(ExecutorService pool) throws InterruptedException {
        pool.shutdown();
        if (!pool.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
            pool.shutdownNow();
        }
    }

    /**
     * Returns a part.
     *
     * @param type its class
     * @param <T> the same
     * @return the part
     */
    public <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    ServerSettings settings() {
        return settings;
    }

    /** Returns what has been started, to which doors add themselves. */
    Lifecycle lifecycle() {
        return lifecycle;
    }

    @Override
    public void close() {
        lifecycle.close();
    }

    /** Guice without surprises: nothing is made that is not bound, and only by constructors that say so. */
    private static final class Strict extends AbstractModule {
        @Override
        protected void configure() {
            binder().requireExplicitBindings();
            binder().requireAtInjectOnConstructors();
            binder().requireExactBindingAnnotations();
            binder().disableCircularProxies();
        }
    }
}
