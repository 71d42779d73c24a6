package org.aepsych.web.server;

import io.javalin.config.JettyConfig;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.aepsych.core.config.server.Endpoint;
import org.aepsych.web.security.WebSettings;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the server listens, and how: in the clear or with TLS, directly or behind proxies that are trusted. */
final class Listener implements AutoCloseable {
    /** How long a stop waits for the answers that are being written. */
    private static final Duration TO_FINISH = Duration.ofSeconds(5);

    /** When the server stops, connections on which nothing is asked are not waited for. */
    private static final Duration IDLE_AT_THE_END = Duration.ofMillis(50);

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private final WebSettings settings;
    private final Optional<CertificateWatch> certificate;

    private volatile Optional<ServerSocketChannel> taken = Optional.empty();

    @Inject
    Listener(WebSettings settings) {
        this.settings = settings;
        this.certificate = settings.tls().map(CertificateWatch::new);
    }

    /**
     * Takes the address; before the server starts, which would report a refusal in words of its own.
     *
     * @throws IOException why the system refuses it
     */
    void listenAt(Endpoint address) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        taken = Optional.of(channel);
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.bind(new InetSocketAddress(address.host(), address.port()));
    }

    void configure(JettyConfig jetty) {
        jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.addCustomizer(new TrustedProxies(settings.trustedProxies()));
        });
        jetty.modifyServer(server -> {
            server.setStopTimeout(TO_FINISH.toMillis());
            server.insertHandler(new GracefulHandler());
        });
        jetty.addConnector(this::connector);
    }

    private Connector connector(Server server, HttpConfiguration http) {
        ServerConnector connector =
                certificate.map(watch -> encrypted(server, http, watch)).orElseGet(() -> clear(server, http));
        connector.setShutdownIdleTimeout(IDLE_AT_THE_END.toMillis());
        taken.ifPresent(channel -> {
            try {
                connector.open(channel);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return connector;
    }

    private static ServerConnector clear(Server server, HttpConfiguration http) {
        return new ServerConnector(server, new HttpConnectionFactory(http));
    }

    private static ServerConnector encrypted(Server server, HttpConfiguration http, CertificateWatch watch) {
        HttpConfiguration secure = new HttpConfiguration(http);
        // First, so that a proxy that is trusted may still say that the visitor came otherwise. A laboratory's server
        // is often called by its number, which no certificate names: browsers are the ones to judge that.
        secure.getCustomizers().add(0, new SecureRequestCustomizer(false));
        return new ServerConnector(
                server,
                new SslConnectionFactory(watch.tls(), HttpVersion.HTTP_1_1.asString()),
                new HttpConnectionFactory(secure));
    }

    /** Takes a renewed certificate at once, if there is one, instead of within a minute. */
    void renew() {
        certificate.ifPresent(CertificateWatch::look);
    }

    @Override
    public void close() {
        certificate.ifPresent(CertificateWatch::close);
        taken.ifPresent(channel -> {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("the address was not given back", e);
            }
        });
    }
}
