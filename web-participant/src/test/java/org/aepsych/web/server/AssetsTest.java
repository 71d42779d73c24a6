package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetsTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/static/[^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void everythingAPageLoadsIsKeptByBrowsers() {
        try (TestServer server = TestServer.start(folder)) {
            server.games().define(TestServer.TWO_GAMES);
            Browser browser = new Browser(server.address());
            browser.open("/e/two");
            browser.submit("/e/two", "identifier", "Ann");
            Set<String> loaded = new TreeSet<>();
            for (String page : new String[] {"/", "/admin", "/e/two/play", "/e/two/history"}) {
                Matcher address = ADDRESS.matcher(browser.open(page).body());
                while (address.find()) {
                    loaded.add(address.group(1));
                }
            }

            assertThat(loaded)
                    .anyMatch(address -> address.endsWith("/style.css"))
                    .anyMatch(address -> address.endsWith("/live.js"));
            for (String address : loaded) {
                HttpResponse<String> file = browser.open(address);
                assertThat(file.statusCode()).as(address).isEqualTo(200);
                assertThat(file.headers().firstValue("Cache-Control"))
                        .as(address)
                        .hasValueSatisfying(caching -> assertThat(caching).contains("immutable"));
            }
        }
    }
}
