package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.message.AdaptiveDesk;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Text that means harm, in every field of every form that there is and in every text of an experiment file, shown on
 * every page that there is. New forms and new pages are found by themselves.
 */
class HostileTextTest {
    private static final String HOSTILE = "<script>alert(1)</script>\"' onmouseover=alert(2) x='${7*7} {{7*7}}";
    private static final String IN_FILE = HOSTILE.replace("$", "$$");
    private static final String PASSWORD = "correct horse";
    private static final Pattern BROKEN_OUT =
            Pattern.compile("<script>alert|<[a-z0-9]+(\\s+[a-z-]+=\"[^\"]*\")*\\s*'?\\s*onmouseover=|'?49 49'?");
    private static final String ELSEWHERE = Stream.of("next", "return", "url", "redirect", "lang", "notice", "last")
            .map(name -> name + "=//evil.example/%0d%0aX-Evil:%201")
            .collect(Collectors.joining("&"));
    private static final Pattern FORM =
            Pattern.compile("<form[^>]*action=\"([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(input|textarea|select|button)\\b([^>]*)>");
    private static final Pattern OPTION = Pattern.compile("<option[^>]*value=\"([^\"]*)\"");
    /** Forms after which the walk would be over, and those whose text is never shown. */
    private static final Pattern LAST =
            Pattern.compile(".*/(logout|leave|remove|password|drop|authenticator|wipe|end)");

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Routes routes;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        routes = new Routes(server);
        server.get(Administrators.class).create("lab@example.org", PASSWORD);
        server.games().define("""
                [common]
                protocol = game
                games = [game1]
                rounds = 2
                lottery = %1$s
                instructions = %1$s
                [metadata]
                experiment_id = hostile
                experiment_name = %1$s
                experiment_description = %1$s
                [game1]
                name = %1$s
                payoffs =
                    3, 3 | 0, 5
                    5, 0 | 1, 1
                """.formatted(IN_FILE));
        setup("""
                [common]
                parnames = [contrast]
                stimuli_per_trial = 1
                outcome_types = [continuous]
                strategy_names = [explore]
                [metadata]
                experiment_id = patches
                experiment_name = %1$s
                experiment_description = %1$s
                participant_id = %1$s
                [contrast]
                par_type = continuous
                lower_bound = 0
                upper_bound = 1
                [explore]
                generator = SobolGenerator
                min_asks = 3
                [presentation]
                presenter = text
                task = rating
                consent = %1$s
                instructions = %1$s
                question = %1$s
                farewell = %1$s
                anchors = %1$s | %1$s
                [text]
                text = %1$s
                opacity = contrast
                """.formatted(IN_FILE));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void setup(String file) {
        int unused = server.get(AdaptiveDesk.class).setupFromFile(file);
    }

    @Test
    void whateverIsEnteredAnywhereIsShownAsTextEverywhere() {
        Browser participant = new Browser(server.address());
        participant.open("/e/hostile");
        harmless(participant.submit("/e/hostile", "identifier", HOSTILE));
        Browser observer = new Browser(server.address());
        observer.open("/s/patches?participant=" + "%3Cscript%3Ealert(1)%3C/script%3E");
        harmless(observer.submit("/s/patches", "agree", "yes", "participant", HOSTILE));
        Browser admin = administrator();
        server.conduct().start(new ExperimentId("hostile"));

        int forms = 0;
        for (Browser visitor : List.of(admin, participant, observer)) {
            for (String page : pages(visitor)) {
                forms += fillIn(visitor, page);
            }
        }
        assertThat(forms).as("forms that were filled in").isGreaterThan(20);

        int shown = 0;
        for (Browser visitor : List.of(admin, participant, observer)) {
            for (String page : pages(visitor)) {
                shown += harmless(visitor.open(page)).contains("&lt;script&gt;alert") ? 1 : 0;
            }
        }
        assertThat(shown).as("pages that show the text").isGreaterThan(10);
        harmless(admin.open("/admin/nothing%3Cscript%3Ealert(1)%3C/script%3E"));
        server.conduct().end(new ExperimentId("hostile"));
        harmless(participant.open("/e/hostile/play"));
    }

    @Test
    void noAddressLeadsToAnotherSite() {
        Browser visitor = administrator();
        for (String page : pages(visitor)) {
            HttpResponse<String> answer = visitor.open(page + "?" + ELSEWHERE);
            assertThat(answer.uri().getAuthority())
                    .as(page)
                    .isEqualTo(server.address().getAuthority());
            assertThat(answer.headers().map()).as(page).doesNotContainKey("x-evil");
        }
    }

    /** Returns the addresses of all pages: those of routes, with what the overview of the visitor leads to. */
    private static List<String> pages(Browser visitor) {
        String session = "/admin/adaptive/[0-9]+";
        Matcher found = Pattern.compile(session).matcher(visitor.open("/admin").body());
        String stream = found.find() ? found.group().replaceAll("\\D", "") : "99999";
        List<String> pages = new ArrayList<>();
        for (Endpoint endpoint : routes.that(endpoint -> endpoint.method.equals(HandlerType.GET)
                && !Routes.listens(endpoint)
                && !endpoint.path.contains("/lab"))) {
            String experiment = endpoint.path.startsWith("/s/") ? "patches" : "hostile";
            pages.add(endpoint.path
                    .replace("{experiment}", experiment)
                    .replace("{participant}", "1")
                    .replace("{stream}", stream)
                    .replaceAll("\\{[^}]*}|<[^>]*>", "1"));
        }
        return pages;
    }

    private static int fillIn(Browser visitor, String page) {
        HttpResponse<String> answer = visitor.open(page);
        if (!isPage(answer)) {
            return 0;
        }
        int filled = 0;
        Matcher form = FORM.matcher(harmless(answer));
        while (form.find()) {
            if (!LAST.matcher(form.group(1)).matches()) {
                for (boolean plausible : new boolean[] {false, true}) {
                    visitor.open(page);
                    harmless(visitor.submit(form.group(1), fields(form.group(2), plausible)));
                }
                filled++;
            }
        }
        return filled;
    }

    private static String[] fields(String form, boolean plausible) {
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(form);
        while (field.find()) {
            String attributes = field.group(2);
            String name = attribute(attributes, "name");
            if (!name.isEmpty() && !name.equals("form_token")) {
                fields.add(name);
                fields.add(value(field.group(1), attributes, form.substring(field.end()), plausible));
            }
        }
        return fields.toArray(String[]::new);
    }

    private static String value(String element, String attributes, String rest, boolean plausible) {
        String given = attribute(attributes, "value");
        if (!plausible) {
            return HOSTILE;
        }
        if (element.equals("select")) {
            Matcher option = OPTION.matcher(rest);
            return option.find() ? option.group(1) : HOSTILE;
        }
        return switch (attribute(attributes, "type")) {
            case "hidden", "checkbox", "radio", "number", "range", "datetime-local", "submit" ->
                given.isEmpty() ? "1" : given;
            case "email" -> "hostile@example.org";
            default -> HOSTILE;
        };
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? found.group(1) : "";
    }

    private static boolean isPage(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
    }

    private static String harmless(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isLessThan(500);
        if (isPage(answer)) {
            Matcher inside = BROKEN_OUT.matcher(answer.body());
            assertThat(inside.find())
                    .as("%s contains what was entered as it was", answer.uri())
                    .isFalse();
        } else {
            Map<String, List<String>> headers = answer.headers().map();
            assertThat(headers).as(answer.uri().toString()).containsKey("x-content-type-options");
        }
        return answer.body();
    }

    private static Browser administrator() {
        Browser browser = new Browser(server.address());
        browser.open("/admin");
        assertThat(browser.submit("/admin/login", "email", "lab@example.org", "password", PASSWORD)
                        .statusCode())
                .isEqualTo(200);
        return browser;
    }
}
