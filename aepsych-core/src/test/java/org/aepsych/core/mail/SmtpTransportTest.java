package org.aepsych.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.aepsych.core.config.server.MailConfig;
import org.aepsych.core.config.server.MailConfig.Credentials;
import org.aepsych.core.config.server.MailConfig.Encryption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real mail server, in the clear and with TLS. */
class SmtpTransportTest {
    private static final String PASSWORD = "open sesame";
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Mail MAIL = new Mail("ann@example.org", "Größe 数", "One line.\nÄnother – 行\n");

    @TempDir
    static Path folder;

    private static GreenMail server;
    private static SSLSocketFactory trusting;

    @BeforeAll
    static void start() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=mail",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor()).as(said).isZero();
        System.setProperty("greenmail.tls.keystore.file", keys.toString());
        System.setProperty("greenmail.tls.keystore.password", PASSWORD);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("mail", store.getCertificate(store.aliases().nextElement()));
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        trusting = context.getSocketFactory();

        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        });
        server.setUser("lab@example.org", "lab", "secret word");
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void aMailArrivesAsItWasWritten() throws Exception {
        server.purgeEmailFromAllMailboxes();
        transport(Encryption.NONE, server.getSmtp().getPort(), Optional.empty()).send(MAIL);

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Größe 数");
        assertThat(received.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo("One line.\nÄnother – 行");
        assertThat(received.getFrom()[0]).hasToString("lab@example.org");
        assertThat(received.getAllRecipients()[0]).hasToString("ann@example.org");
        assertThat(received.getSentDate()).isEqualTo(Date.from(NOW));
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void aMailArrivesThroughTlsWithLogIn() throws Exception {
        server.purgeEmailFromAllMailboxes();
        transport(Encryption.TLS, server.getSmtps().getPort(), Optional.of(new Credentials("lab", "secret word")))
                .send(MAIL);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aWrongPasswordIsSaidAndNotRepeated() {
        MailException refusal = refusal(transport(
                Encryption.TLS, server.getSmtps().getPort(), Optional.of(new Credentials("lab", "wrong word"))));

        assertThat(refusal).hasMessageStartingWith("127.0.0.1 does not accept [mail] user and password");
        assertThat(refusal.lasting()).isFalse();
        assertThat(refusal.toString()).doesNotContain("wrong word");
    }

    @Test
    void aServerThatIsNotTrustedGetsNothing() {
        server.getManagers();
        MailConfig config = config(Encryption.TLS, server.getSmtps().getPort(), Optional.empty());
        MailException refusal = refusal(new SmtpTransport(config, () -> NOW));

        assertThat(refusal).hasMessageContaining("certification path");
    }

    @Test
    void nothingIsSaidInTheClearToAServerThatCannotEncrypt() throws Exception {
        server.purgeEmailFromAllMailboxes();
        MailException refusal =
                refusal(transport(Encryption.STARTTLS, server.getSmtp().getPort(), Optional.empty()));

        assertThat(refusal).hasMessageContaining("STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(refusal(transport(Encryption.NONE, free, Optional.empty())))
                .hasMessageStartingWith("127.0.0.1, port " + free + ", none: ");
    }

    @Test
    void neitherMailsNorTheirAddressesAreInTexts() {
        assertThat(MAIL).hasToString("Mail");
        assertThatExceptionOfType(MailException.class)
                .isThrownBy(
                        () -> transport(Encryption.STARTTLS, server.getSmtp().getPort(), Optional.empty())
                                .send(MAIL))
                .withMessageNotContaining("ann@example.org");
    }

    private static MailException refusal(SmtpTransport transport) {
        MailException refusal = catchThrowableOfType(MailException.class, () -> transport.send(MAIL));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static SmtpTransport transport(Encryption encryption, int port, Optional<Credentials> credentials) {
        return new SmtpTransport(config(encryption, port, credentials), () -> NOW, Optional.of(trusting));
    }

    private static MailConfig config(Encryption encryption, int port, Optional<Credentials> credentials) {
        return new MailConfig("127.0.0.1", port, encryption, credentials, "lab@example.org");
    }
}
