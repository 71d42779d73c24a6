package org.aepsych.web.testing;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.account.AccountModule;
import org.aepsych.core.adaptive.AdaptiveModule;
import org.aepsych.core.adaptive.message.ZeroWait;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.adaptive.session.SessionLanes;
import org.aepsych.core.config.server.ClientRules;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.database.Backups;
import org.aepsych.core.database.StorageFacts;
import org.aepsych.core.discovery.PluginDiscovery;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.export.Exports;
import org.aepsych.core.game.GameModule;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.history.StreamHistory;
import org.aepsych.core.mail.MailModule;
import org.aepsych.core.mail.MailSettings;
import org.aepsych.core.message.AdaptiveDesk;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.core.secret.SealingKeys;
import org.aepsych.core.secret.SecretBox;
import org.aepsych.core.secret.SecretSource;
import org.aepsych.web.admin.account.AdministratorLinks;
import org.aepsych.web.door.Door;
import org.aepsych.web.presentation.StimulusFolder;
import org.aepsych.web.security.WebSettings;
import org.aepsych.web.server.WebModule;
import org.aepsych.web.server.WebServer;

/** A web server on a free port, over a {@link TestStorage}, wired as in production. */
public final class TestServer implements AutoCloseable {
    /** Two games of different shape, so that order and shape matter. */
    public static final String TWO_GAMES = """
            [common]
            protocol = game
            games = [game1, game2]
            rounds = 2
            minutes = 60
            shuffle = true
            lottery = 100 euros
            instructions = Play well.
            [metadata]
            experiment_name = Two games
            experiment_id = two
            [game1]
            name = Dilemma
            payoffs =
                3, 3 | 0, 5
                5, 0 | 1, 1
            [game2]
            name = Wide
            payoffs =
                1, 1/3 | 2, 2 | 0, 5
                0, 4 | 1, 1 | 3, 0
            """;

    private final Storage storage;
    private final ExecutorService lanes;
    private final Injector injector;
    private final WebServer server;
    private final URI address;

    private TestServer(Path folder, WebSettings settings, ClientRules clients, MailSettings mails, Module... more) {
        Injector plugins = Guice.createInjector(
                PluginDiscovery.discover(folder.resolve("plugins"), Set.of()).modules());
        Extensions extensions = plugins.getInstance(Extensions.class);
        storage = TestStorage.open(extensions, folder);
        lanes = Executors.newFixedThreadPool(4);
        List<Module> modules = new ArrayList<>();
        modules.add(new Laboratory(storage, lanes, InstantSource.system()));
        modules.add(new AccountModule(
                new SecretBox(SealingKeys.of(Map.of(), folder, SecretSource.secure()), SecretSource.secure())));
        modules.add(new MailModule(mails));
        ServerSettings read =
                ServerSettings.load(Optional.empty(), Map.of("AEPSYCH_SERVER_DATA", folder.toString()), Map.of());
        modules.add(binder -> binder.bind(ServerSettings.class).toInstance(read));
        modules.add(new WebModule(settings, clients, new StimulusFolder(Optional.empty())));
        modules.addAll(List.of(more));
        injector = plugins.createChildInjector(modules);
        server = injector.getInstance(WebServer.class);
        String scheme = settings.tls().isPresent() ? "https" : "http";
        address = URI.create(scheme + "://127.0.0.1:" + server.start("127.0.0.1", 0));
    }

    /**
     * Starts a server with generous limits.
     *
     * @param folder an empty folder
     * @return a running server
     */
    public static TestServer start(Path folder) {
        return start(folder, WebSettings.standard());
    }

    /**
     * Starts a server.
     *
     * @param folder an empty folder
     * @param settings its limits
     * @return a running server
     */
    public static TestServer start(Path folder, WebSettings settings) {
        return new TestServer(folder, settings, ClientRules.STANDARD, MailSettings.NONE);
    }

    /**
     * Starts a server that treats AEPsych's clients in its own way.
     *
     * @param folder an empty folder
     * @param clients how they are treated
     * @return a running server
     */
    public static TestServer start(Path folder, ClientRules clients) {
        return new TestServer(folder, WebSettings.standard(), clients, MailSettings.NONE);
    }

    /**
     * Starts a server that can write mails; somebody else sends them.
     *
     * @param folder an empty folder
     * @param mails how
     * @return a running server
     */
    public static TestServer start(Path folder, MailSettings mails) {
        return new TestServer(folder, WebSettings.standard(), ClientRules.STANDARD, mails);
    }

    /**
     * Starts a server with a door that only a test needs.
     *
     * @param folder an empty folder
     * @param door is open, too
     * @return a running server
     */
    public static TestServer start(Path folder, Door door) {
        return new TestServer(
                folder,
                WebSettings.standard(),
                ClientRules.STANDARD,
                MailSettings.NONE,
                binder -> Multibinder.newSetBinder(binder, Door.class)
                        .addBinding()
                        .toInstance(door));
    }

    /**
     * Returns where the server is.
     *
     * @return the address without slash at the end
     */
    public URI address() {
        return address;
    }

    /**
     * Opens another database.
     *
     * @param file of SQLite
     * @return what is in it; to be closed
     */
    public Storage open(Path file) {
        return TestStorage.sqlite(get(Extensions.class), file);
    }

    /**
     * Returns the game experiments.
     *
     * @return those of the running server
     */
    public GameExperiments games() {
        return get(GameExperiments.class);
    }

    /**
     * Returns what experimenters do in game experiments.
     *
     * @return that of the running server
     */
    public GameConduct conduct() {
        return get(GameConduct.class);
    }

    /**
     * Returns what participants do in game experiments.
     *
     * @return that of the running server
     */
    public GameParticipation participation() {
        return get(GameParticipation.class);
    }

    /**
     * Returns a browser of an administrator who came by a link.
     *
     * @return logged in
     */
    public Browser administrator() {
        URI link = get(AdministratorLinks.class).logInLink(address(), "lab@example.org");
        Browser browser = new Browser(address());
        browser.open(link.getPath() + "?" + link.getQuery());
        browser.submit("/admin/link", "token", link.getQuery().substring("token=".length()));
        return browser;
    }

    /**
     * Returns a part of the server.
     *
     * @param type its class
     * @param <T> the same
     * @return the part
     */
    public <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    @Override
    public void close() {
        server.close();
        lanes.shutdown();
        storage.close();
    }

    private static final class Laboratory extends AbstractModule {
        private final Storage storage;
        private final ExecutorService lanes;
        private final InstantSource clock;

        Laboratory(Storage storage, ExecutorService lanes, InstantSource clock) {
            this.storage = storage;
            this.lanes = lanes;
            this.clock = clock;
        }

        @Override
        protected void configure() {
            binder().requireExplicitBindings();
            binder().requireAtInjectOnConstructors();
            bind(Storage.class).toInstance(storage);
            bind(InstantSource.class).toInstance(clock);
            bind(RandomGenerator.class)
                    .toInstance(RandomGeneratorFactory.of("Random").create(7));
            install(new GameModule());
            install(new AdaptiveModule());
            bind(ZeroWait.class).toInstance(new ZeroWait(ZeroWait.Settings.OFF));
            bind(StorageFacts.class);
            bind(Backups.class).in(Singleton.class);
            bind(Exports.class).in(Singleton.class);
            bind(StreamHistory.class).in(Singleton.class);
            bind(AdaptiveDesk.class).in(Singleton.class);
        }

        @Provides
        @Singleton
        Engine<GameState, GameEvent> games(GameProtocol protocol) {
            return new Engine<>(protocol, storage, clock, lanes);
        }

        @Provides
        @Singleton
        SessionLanes sessions(AdaptiveProtocol protocol) {
            return new SessionLanes(storage, protocol, clock, lanes);
        }
    }
}
