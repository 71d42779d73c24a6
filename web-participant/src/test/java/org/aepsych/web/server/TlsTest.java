package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.core.config.server.TlsConfig;
import org.aepsych.web.security.WebSettings;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    @TempDir
    static Path made;

    private static Path first;
    private static Path second;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        first = Certificates.pkcs12(made.resolve("first.p12"), "first.example.org", "EC");
        second = Certificates.pkcs12(made.resolve("second.p12"), "second.example.org", "RSA");
    }

    @Test
    void pagesAreServedWithThePkcs12File() throws Exception {
        TlsConfig tls = new TlsConfig(first, Optional.empty(), Certificates.PASSWORD);
        try (TestServer server = start(tls)) {
            HttpResponse<String> answer = get(Certificates.trusting(first), server);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(answer.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure"));
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(Certificates.trusting(second), server));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pagesAreServedWithPemFiles(boolean encrypted) throws Exception {
        Path certificate = Files.writeString(folder.resolve("cert.pem"), Certificates.certificate(second));
        Path key = Files.writeString(
                folder.resolve("key.pem"), encrypted ? Certificates.encryptedKey(second) : Certificates.key(second));
        TlsConfig tls = new TlsConfig(certificate, Optional.of(key), encrypted ? Certificates.PASSWORD : "");
        try (TestServer server = start(tls)) {
            assertThat(get(Certificates.trusting(second), server).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCertificateThatIsRenewedOnTheDiskIsServedAndABrokenOneIsNot() throws Exception {
        Path file = Files.writeString(
                folder.resolve("both.pem"), Certificates.certificate(first) + Certificates.key(first));
        try (TestServer server = start(new TlsConfig(file, Optional.empty(), ""))) {
            assertThat(served(server)).contains("first.example.org");

            write(file, "-----BEGIN CERTIFICATE-----\nhalf a f", 1);
            server.get(Listener.class).renew();
            assertThat(served(server)).contains("first.example.org");

            write(file, Certificates.certificate(second) + Certificates.key(second), 2);
            server.get(Listener.class).renew();
            assertThat(served(server)).contains("second.example.org");
        }
    }

    @Test
    void whatIsWrongWithTheFilesIsSaid() throws Exception {
        Path certificate = Files.writeString(folder.resolve("cert.pem"), Certificates.certificate(first));
        Path wrong = Files.writeString(folder.resolve("wrong.pem"), Certificates.key(second));
        Path locked = Files.writeString(folder.resolve("locked.pem"), Certificates.encryptedKey(first));
        Path old = Files.writeString(
                folder.resolve("old.pem"), Certificates.key(first).replace("PRIVATE KEY", "EC PRIVATE KEY"));
        Path none = folder.resolve("none.pem");

        refused(none, Optional.empty(), "", "certificate " + none + ": there is no such file");
        refused(certificate, Optional.of(none), "", "key " + none + ": there is no such file");
        refused(certificate, Optional.empty(), "", "there is no PRIVATE KEY in it");
        refused(wrong, Optional.empty(), "", "there is no CERTIFICATE in it");
        refused(certificate, Optional.of(wrong), "", "it is not the key of the certificate for CN=first.example.org");
        refused(certificate, Optional.of(locked), "", "[tls] password is needed");
        refused(certificate, Optional.of(locked), "wrong", "[tls] password does not open the encrypted key");
        refused(certificate, Optional.of(old), "", "it is a EC PRIVATE KEY; \"openssl pkcs8");
        refused(first, Optional.empty(), "wrong", "neither PEM nor a PKCS#12 file that the password opens");
        refused(first, Optional.of(wrong), Certificates.PASSWORD, "key must not be set");
    }

    private static void refused(Path certificate, Optional<Path> key, String password, String why) {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> CertificateFile.read(new TlsConfig(certificate, key, password)))
                .withMessageContaining(why);
    }

    private TestServer start(TlsConfig tls) {
        return TestServer.start(folder, WebSettings.standard().with(Optional.of(tls)));
    }

    private static HttpResponse<String> get(HttpClient client, TestServer server) throws Exception {
        URI address = server.address().resolve("/admin");
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /** A new client, since an old one would go on with its connection. */
    private static String served(TestServer server) throws Exception {
        HttpResponse<String> answer = get(Certificates.trusting(first, second), server);
        X509Certificate certificate =
                (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
        return certificate.getSubjectX500Principal().getName();
    }

    /** Dates the file apart, for disks whose clock is coarse. */
    private static void write(Path file, String text, int later) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(later)));
    }
}
