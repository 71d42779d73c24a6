package org.aepsych.web.main.laboratory;

import com.google.inject.Module;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.InstantSource;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.PresenceStore;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.account.Authenticators;
import org.aepsych.core.account.Presence;
import org.aepsych.core.account.SharedPresence;
import org.aepsych.core.config.server.ClientRules;
import org.aepsych.core.config.server.Endpoint;
import org.aepsych.core.config.server.ServerConfig;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.game.conduct.GameWipes;
import org.aepsych.core.game.experiment.RoundTimer;
import org.aepsych.core.lifecycle.Renewal;
import org.aepsych.core.mail.MailModule;
import org.aepsych.core.mail.MailSender;
import org.aepsych.core.mail.MailSettings;
import org.aepsych.core.mail.MailTransport;
import org.aepsych.core.mail.Outbox;
import org.aepsych.core.mail.RoundMails;
import org.aepsych.core.mail.SmtpTransport;
import org.aepsych.core.message.AdaptiveDesk;
import org.aepsych.web.adaptive.TcpDoor;
import org.aepsych.web.admin.account.AdministratorLinks;
import org.aepsych.web.presentation.StimulusFolder;
import org.aepsych.web.security.WebSettings;
import org.aepsych.web.server.WebModule;
import org.aepsych.web.server.WebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: the laboratory with its timer and its doors, which open last and close first. */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Laboratory laboratory;
    private final URI base;
    private final Endpoint clients;

    private Server(Laboratory laboratory, URI base, Endpoint clients) {
        this.laboratory = laboratory;
        this.base = base;
        this.clients = clients;
    }

    /**
     * Starts everything; if a part does not start, what had started is stopped.
     *
     * @param given settings as read
     * @return the server, which answers on all doors
     */
    public static Server start(ServerSettings given) {
        ServerConfig config = given.server();
        ClientRules rules = given.clients();
        Module web = new WebModule(
                WebSettings.standard()
                        .at(config.publicUrl())
                        .behind(given.trustedProxies())
                        .with(given.tls())
                        .logging(given.logsRequests()),
                rules,
                new StimulusFolder(Optional.of(config.data().resolve("stimuli"))));
        MailSettings mails = mails(given);
        Laboratory laboratory = Laboratory.open(given, web, new MailModule(mails));
        laboratory.settings().effective().forEach(line -> LOG.info("setting {}", line));
        sealSecrets(laboratory);
        int renewed = laboratory.get(Renewal.class).renew();
        LOG.debug("the result rows of {} experiments were made again", renewed);
        int wipes = laboratory.get(GameWipes.class).finish();
        LOG.debug("{} experiments begin anew", wipes);
        laboratory.get(Storage.class).presence().ifPresent(store -> sharePresence(laboratory, store));
        RoundTimer timer = laboratory.lifecycle().start("round timer", () -> laboratory.get(RoundTimer.class));
        timer.start();
        mails.transport().ifPresent(transport -> startMails(laboratory, transport));
        WebServer pages = laboratory.lifecycle().start("web server", () -> laboratory.get(WebServer.class));
        int port = listen(laboratory, pages, config.web());
        TcpDoor door = laboratory
                .lifecycle()
                .start(
                        "door for AEPsych clients",
                        () -> TcpDoor.open(
                                () -> laboratory.get(AdaptiveDesk.class).connect(rules),
                                new InetSocketAddress(
                                        config.adaptive().host(),
                                        config.adaptive().port())));
        Server server = new Server(
                laboratory,
                base(given, port),
                new Endpoint(config.adaptive().host(), door.address().getPort()));
        LOG.info("serving pages at {} and AEPsych clients at {}", server.base, server.clients);
        return server;
    }

    /** A copy of the data that is thrown away must not write to anybody. */
    private static MailSettings mails(ServerSettings given) {
        return given.server().readOnly()
                ? MailSettings.NONE
                : new MailSettings(
                        given.mail().map(config -> new SmtpTransport(config, InstantSource.system())),
                        given.server().publicUrl());
    }

    private static void sharePresence(Laboratory laboratory, PresenceStore store) {
        laboratory
                .lifecycle()
                .start(
                        "presence",
                        () -> new SharedPresence(laboratory.get(Presence.class), store, InstantSource.system()))
                .start();
    }

    private static void startMails(Laboratory laboratory, MailTransport transport) {
        laboratory
                .lifecycle()
                .start("mail", () -> new MailSender(laboratory.get(Outbox.class), transport, InstantSource.system()))
                .start();
        laboratory
                .lifecycle()
                .start("round mails", () -> laboratory.get(RoundMails.class))
                .start();
    }

    private static void sealSecrets(Laboratory laboratory) {
        int sealed = laboratory.get(Authenticators.class).seal();
        if (sealed > 0) {
            LOG.info(
                    "sealed the secrets of {} authenticators; the key is in {}",
                    sealed,
                    laboratory.settings().keys().place());
        }
    }

    private static int listen(Laboratory laboratory, WebServer pages, Endpoint where) {
        try {
            return pages.start(where.host(), where.port());
        } catch (RuntimeException e) {
            AepsychException refusal = new AepsychException(
                    StandardError.CONFIG_INVALID,
                    "cannot serve pages at " + where + ": " + reason(e) + "; " + advice(where, reason(e)),
                    e);
            try {
                laboratory.close();
            } catch (RuntimeException second) {
                refusal.addSuppressed(second);
            }
            throw refusal;
        }
    }

    /** What the system says: the web server takes every refusal for a port that is in use. */
    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "there is no such host";
            }
            if (cause instanceof SocketException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return String.valueOf(failure.getMessage());
    }

    /** Where numbers below 1024 are kept for root, the system says of them that they are denied, not in use. */
    private static String advice(Endpoint where, String reason) {
        return reason.equals("Permission denied")
                ? "ports below 1024 need a right (docs/operation.md, HTTPS without a proxy); without it choose one such as "
                        + "--http " + new Endpoint(where.host(), 8080)
                : "choose another address with --http, or stop the program that uses it";
    }

    private static URI base(ServerSettings given, int port) {
        ServerConfig config = given.server();
        String scheme = given.tls().isPresent() ? "https://" : "http://";
        String host = config.web().host();
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        return config.publicUrl()
                .map(url -> URI.create(url + "/"))
                .orElseGet(() -> URI.create(scheme + new Endpoint(everywhere ? "localhost" : host, port) + "/"));
    }

    /**
     * Returns how the pages are reached.
     *
     * @return the address with a slash at the end
     */
    public URI base() {
        return base;
    }

    /**
     * Returns where AEPsych clients connect.
     *
     * @return host and port
     */
    public Endpoint clients() {
        return clients;
    }

    /**
     * Returns the link that creates the first administrator.
     *
     * @return a link that works once; empty if there is an administrator
     */
    public Optional<URI> firstAdministratorLink() {
        return laboratory.get(AdministratorLinks.class).firstAdministratorLink(base);
    }

    /**
     * Returns a part.
     *
     * @param type its class
     * @param <T> the same
     * @return the part
     */
    public <T> T get(Class<T> type) {
        return laboratory.get(type);
    }

    @Override
    public void close() {
        LOG.info("stopping");
        laboratory.close();
        LOG.info("stopped");
    }
}
