package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.account.AuditLog;
import org.aepsych.core.config.server.AddressRange;
import org.aepsych.web.security.WebSettings;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyTest {
    private static final List<AddressRange> OURS =
            List.of(AddressRange.of("127.0.0.0/8"), AddressRange.of("10.1.0.0/16"), AddressRange.of("2001:db8::/32"));

    @TempDir
    Path folder;

    @Test
    void whatATrustedProxySaysOfTheVisitorCounts() {
        Map<String, String> said =
                Map.of("X-Forwarded-For", "198.51.100.9, 203.0.113.7, 10.1.2.3", "X-Forwarded-Host", "lab.example.org");
        try (TestServer server = TestServer.start(folder, WebSettings.standard().behind(OURS))) {
            assertThat(invitation(server, said)).contains("http://lab.example.org/admin/invitation?token=");
            assertThat(origins(server)).containsOnly("203.0.113.7");
        }
    }

    @Test
    void whatAnybodyElseSaysDoesNot() {
        Map<String, String> said = Map.of(
                "X-Forwarded-For", "203.0.113.7",
                "X-Forwarded-Host", "evil.example.org",
                "Forwarded", "for=203.0.113.7;host=evil.example.org;proto=https");
        List<AddressRange> others = List.of(AddressRange.of("192.0.2.0/24"));
        try (TestServer server = TestServer.start(folder, WebSettings.standard().behind(others))) {
            assertThat(invitation(server, said)).contains(server.address() + "/admin/invitation?token=");
            assertThat(origins(server)).containsOnly("127.0.0.1");
        }
    }

    @Test
    void cookiesTravelOnlyEncryptedWhereATrustedProxyEncrypts() {
        Map<String, String> said = Map.of("X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https");
        try (TestServer server = TestServer.start(folder, WebSettings.standard().behind(OURS))) {
            assertThat(cookie(server, said)).contains("Secure");
            assertThat(cookie(server, Map.of())).doesNotContain("Secure");
        }
    }

    private static String cookie(TestServer server, Map<String, String> said) {
        return new Browser(server.address(), said)
                .open("/admin")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
    }

    /** Logs in and invites somebody; returns the page with the link. */
    private static String invitation(TestServer server, Map<String, String> said) {
        server.get(Administrators.class).create("lab@example.org", "correct horse");
        Browser browser = new Browser(server.address(), said);
        browser.open("/admin");
        browser.submit("/admin/login", "email", "lab@example.org", "password", "correct horse");
        browser.open("/admin/accounts");
        return browser.submit("/admin/accounts/invite", "email", "new@example.org", "role", "viewer")
                .body();
    }

    private static List<String> origins(TestServer server) {
        return server.get(AuditLog.class).page(Long.MAX_VALUE, 10).stream()
                .map(AuditLog.Entry::origin)
                .toList();
    }

    @Test
    void theChainIsReadFromItsEnd() throws Exception {
        Forwarding spoofed = read("127.0.0.1", "X-Forwarded-For", "1.1.1.1, 203.0.113.7");
        assertThat(spoofed.visitor()).contains(InetAddress.getByName("203.0.113.7"));
        Forwarding within = read("127.0.0.1", "X-Forwarded-For", "10.1.9.9");
        assertThat(within.visitor()).contains(InetAddress.getByName("10.1.9.9"));
        Forwarding junk = read("10.1.0.1", "X-Forwarded-For", "evil.example.org, unknown");
        assertThat(junk.visitor()).isEmpty();
        assertThat(read("192.0.2.1", "X-Forwarded-For", "203.0.113.7").isDirect())
                .isTrue();
    }

    @Test
    void theStandardHeaderIsReadToo() throws Exception {
        Forwarding origin = read(
                "2001:db8::1",
                "Forwarded",
                "for=1.1.1.1;host=evil.example.org, For=\"[2001:db9::17]:4711\";Proto=HTTPS;host=\"lab.example.org:8443\"");
        assertThat(origin)
                .isEqualTo(new Forwarding(
                        Optional.of(InetAddress.getByName("2001:db9::17")),
                        Optional.of("https"),
                        Optional.of("lab.example.org:8443")));
        assertThat(read("127.0.0.1", "Forwarded", "for=_hidden;proto=gopher;host=\"a/b\"")
                        .isDirect())
                .isTrue();
    }

    private static Forwarding read(String peer, String name, String value) throws Exception {
        HttpFields headers = HttpFields.build().add(name, value);
        return Forwarding.of(InetAddress.getByName(peer), headers, OURS);
    }
}
