package org.aepsych.web.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.config.server.TlsConfig;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves with the certificate as it is on the disk: whoever renews it only replaces the files. A new one that cannot be
 * used is complained of in the log, and the old one goes on.
 */
final class CertificateWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final TlsConfig config;
    private final SslContextFactory.Server tls;
    private final ScheduledExecutorService looks;
    private List<FileTime> seen;

    /**
     * Reads the certificate, and looks at its files now and then.
     *
     * @param config where it is
     * @throws AepsychException {@code CONFIG_INVALID} if it cannot be used
     */
    CertificateWatch(TlsConfig config) {
        this.config = config;
        this.tls = new SslContextFactory.Server();
        this.seen = dates();
        use(tls, CertificateFile.read(config));
        looks = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "certificate");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> unused = looks.scheduleWithFixedDelay(
                this::look, BETWEEN_LOOKS.toSeconds(), BETWEEN_LOOKS.toSeconds(), TimeUnit.SECONDS);
    }

    SslContextFactory.Server tls() {
        return tls;
    }

    /** Takes the certificate if its files have changed. */
    synchronized void look() {
        List<FileTime> now = dates();
        if (now.equals(seen)) {
            return;
        }
        try {
            CertificateFile.Identity identity = CertificateFile.read(config);
            tls.reload(factory -> use(factory, identity));
            seen = now;
        } catch (Exception e) {
            // Also when a program is half-way through writing the files: the next look finds them whole.
            LOG.warn("the new certificate is not used: {}", e.getMessage());
        }
    }

    private static void use(SslContextFactory factory, CertificateFile.Identity identity) {
        try {
            factory.setKeyStore(identity.store());
            factory.setKeyStorePassword(CertificateFile.IN_MEMORY);
            LOG.info(
                    "serving with the certificate for {}, good until {}",
                    identity.certificate().getSubjectX500Principal().getName(),
                    identity.certificate().getNotAfter().toInstant());
            identity.certificate().checkValidity();
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            // All the same better than no pages: who renews it may be on the way.
            LOG.warn(
                    "the certificate for {} is good only from {} until {}, so browsers refuse it; renew it, or set the"
                            + " clock of this machine",
                    identity.certificate().getSubjectX500Principal().getName(),
                    identity.certificate().getNotBefore().toInstant(),
                    identity.certificate().getNotAfter().toInstant());
        } catch (GeneralSecurityException | IOException e) {
            throw new AepsychException(StandardError.INTERNAL_ERROR, "the certificate cannot be kept in memory", e);
        }
    }

    private List<FileTime> dates() {
        return Stream.concat(Stream.of(config.certificate()), config.key().stream())
                .map(CertificateWatch::date)
                .toList();
    }

    private static FileTime date(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
