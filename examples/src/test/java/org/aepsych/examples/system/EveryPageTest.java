package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aepsych.web.crash.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page that the table of routes lists, in a real browser and with real data: on a desktop and on the narrowest
 * telephone, in light and in dark colours, with motion and without; participants' pages from left to right and from right
 * to left. (The console is in English.) A new page has to be added here, or the build fails.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
    /** Routes that answer with something else than a page of their own, and what. */
    private static final Map<String, String> NO_PAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("/e/{experiment}/events", "news for a page that is open"),
            Map.entry("/e/{experiment}/lab", "gamelab's interface for programs"),
            Map.entry("/e/{experiment}/lab/<page>", "gamelab's interface for programs"),
            Map.entry("/s/{experiment}/presenter.js", "a script"),
            Map.entry("/s/{experiment}/files/{file}", "a picture"),
            Map.entry("/health", "JSON"),
            Map.entry("/ready", "JSON"),
            Map.entry("/metrics", "figures for Prometheus"),
            Map.entry("/api/openapi.yaml", "a description for programs"),
            Map.entry("/api/aepsych/openapi.yaml", "a description for programs"),
            Map.entry("/api/experiments", "JSON"),
            Map.entry("/api/experiments/{experiment}/me", "JSON"),
            Map.entry("/api/experiments/{experiment}/me/payoffs/{round}", "JSON"),
            Map.entry("/api/experiments/{experiment}/draw", "JSON"),
            Map.entry("/admin/link", "only the demo makes such links: VisitorTest looks at it"),
            Map.entry("/admin/games/{experiment}/events", "news for a page that is open"),
            Map.entry("/admin/games/{experiment}/manage/history.json", "JSON"),
            Map.entry("/admin/games/{experiment}/manage/code.svg", "a picture"),
            Map.entry("/admin/games/{experiment}/manage/export.zip", "an archive"),
            Map.entry("/admin/adaptive/{stream}/code.svg", "a picture"),
            Map.entry("/admin/adaptive/{stream}/export.zip", "an archive"),
            Map.entry("/admin/adaptive/{stream}/events", "news for a page that is open")));

    /** Everything below is for programs, and is JSON. */
    private static final String PROGRAMS = "/api/v1/";

    /** What the very first administrator sees, once. */
    private static final String FIRST = "/admin/first";

    /** Pages of administrators; a name in brackets becomes what the laboratory calls it. */
    private static final List<String> CONSOLE = List.of(
            "/admin",
            "/admin/games/new",
            "/admin/games/new?copy=over",
            "/admin/games/early",
            "/admin/games/running",
            "/admin/games/over",
            "/admin/games/trio",
            "/admin/games/running/participants/1",
            "/admin/games/left/participants/1",
            "/admin/games/running/charts",
            "/admin/games/poker/charts",
            "/admin/games/trio/charts",
            "/admin/games/over/definition",
            "/admin/games/over/time",
            "/admin/games/over/time?at=9",
            "/admin/games/over/time/participants/1?at=9",
            "/admin/games/early/manage",
            "/admin/games/over/manage",
            "/admin/adaptive/new",
            "/admin/adaptive/new?example=patience",
            "/admin/adaptive/new?copy=[curve]",
            "/admin/adaptive/[opened]?links=3",
            "/admin/adaptive/[curve]",
            "/admin/adaptive/[map]",
            "/admin/adaptive/[pairs]",
            "/admin/adaptive/[map]/time",
            "/admin/adaptive/[curve]/time?at=12",
            "/admin/accounts",
            "/admin/audit",
            "/admin/settings",
            "/admin/me",
            "/admin/nowhere");

    /** Pages of people who take part. */
    private static final List<String> TAKING_PART = List.of(
            "/e/early/play",
            "/e/early/instructions",
            "/e/early/history",
            "/e/running/play",
            "/e/running/history",
            "/e/running/history?round=0",
            "/e/running/instructions",
            "/e/played/play",
            "/e/paused/play",
            "/e/left/play",
            "/e/over/play",
            "/e/over/history",
            "/e/poker/play",
            "/e/poker/history",
            "/e/trio/play",
            "/e/trio/history",
            "/e/asked/questions",
            "/e/agreeing/questions",
            "/s/detection/run");

    /** Pages of everybody, as long as nobody knows them. */
    private static final List<String> STRANGERS =
            List.of("/", "/e/early", "/e/running", "/e/over", "/e/early/in?key=[key]", "/s/detection", "/e/nowhere");

    /** The same in English only. */
    private static final List<String> STRANGERS_IN_ENGLISH =
            List.of("/admin", "/admin/invitation?token=[invitation]", "/api");

    /** What every page has to be, beside accessible: told by the document itself. */
    private static final String FAULTS = """
            (() => {
              const faults = [];
              const brief = (element) => element.outerHTML.slice(0, 160);
              const said = (element) => element?.textContent ?? "";
              const name = (control) => [
                control.getAttribute("aria-label"),
                ...(control.getAttribute("aria-labelledby") ?? "").split(/\\s+/).map((id) => said(document.getElementById(id))),
                ...[...control.labels].map(said),
                control.tagName === "BUTTON" ? said(control) : "",
              ].join("").trim();
              const headings = [...document.querySelectorAll("h1")].filter((one) => one.checkVisibility());
              if (headings.length !== 1) faults.push(`${headings.length} headings of the first level`);
              for (const control of document.querySelectorAll("input:not([type=hidden]), select, textarea, button")) {
                if (name(control) === "") faults.push(`without a name: ${brief(control)}`);
              }
              const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
              for (const id of new Set(ids.filter((one, place) => ids.indexOf(one) !== place))) faults.push(`twice: #${id}`);
              if (document.title.trim() === "") faults.push("without a title");
              if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
                for (const element of document.body.querySelectorAll("*")) {
                  const { transitionDuration, animationName } = getComputedStyle(element);
                  if (/[1-9]/.test(transitionDuration) || animationName !== "none") faults.push(`moves: ${brief(element)}`);
                }
              }
              return faults;
            })()
            """;

    /** What sticks out of the page and does not scroll by itself. */
    private static final String WIDE = """
            [...document.querySelectorAll("main *")].filter((element) => {
              const { left, right } = element.getBoundingClientRect();
              return (right > innerWidth || left < 0) && !element.parentElement.closest(".scroll");
            }).map((element) => element.outerHTML.slice(0, 160)).slice(-3).join(" ")
            """;

    private final Map<String, String> names = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int looks;
    private ServerProcess server;
    private Browser browser;
    private Access access;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        // Mails have nobody to go to; they wait, as they would for a server that is down.
        server = Program.start(
                folder,
                "serve",
                "--set",
                "mail.host=127.0.0.1",
                "--set",
                "mail.port=9",
                "--set",
                "mail.sender=lab@example.org");
        browser = new Browser(Browser.Screen.DESKTOP);
        access = new Access();
    }

    @AfterAll
    void close() {
        browser.close();
        server.close();
    }

    @Test
    void everyRouteOfTheTableIsLookedAtOrIsNoPage() throws IOException {
        AccessTable table = AccessTable.read();
        Set<String> lookedAt = new HashSet<>(Set.of(FIRST));
        Stream.of(CONSOLE, TAKING_PART, STRANGERS, STRANGERS_IN_ENGLISH)
                .flatMap(Collection::stream)
                .map(table::routeOf)
                .flatMap(Optional::stream)
                .forEach(lookedAt::add);
        List<String> pages = table.shown().stream()
                .filter(route -> !route.startsWith(PROGRAMS) && !NO_PAGES.containsKey(route))
                .toList();
        assertThat(lookedAt)
                .as("pages that are looked at, compared with access.txt")
                .containsExactlyInAnyOrderElementsOf(pages);
        assertThat(table.shown()).as("routes that are no pages").containsAll(NO_PAGES.keySet());
    }

    @Test
    void everyPageIsThereForEverybodyOnEveryScreen() throws IOException {
        BusyLab lab = firstAdministrator();
        fill(lab);
        for (String page : CONSOLE) {
            look(page, "en");
        }
        for (String page : TAKING_PART) {
            look(page, "en", "ar");
        }
        browser.forgetAll();
        for (String page : STRANGERS) {
            look(page, "en", "ar");
        }
        for (String page : STRANGERS_IN_ENGLISH) {
            look(page, "en");
        }
        assertThat(faults).isEmpty();
    }

    /** Becomes the first administrator, and looks at what is there only once. */
    private BusyLab firstAdministrator() throws IOException {
        String link = server.administratorLink();
        look(link.substring(link.indexOf(FIRST)), "en");
        browser.type("input[type=email]", "owner@example.org");
        browser.type("input[type=password]", "correct horse battery");
        browser.click("main form button[type=submit]");
        browser.await("nav a[href='/admin/me']");
        judge("the overview before there is anything", true, true);

        browser.open(address("/admin/me"));
        browser.type("#name", "analysis script");
        browser.run("document.querySelector('#role').value = 'owner'");
        browser.click("form[action='/admin/me/tokens'] button");
        browser.await(".notice .secret");
        judge("a new token", true, true);
        return new BusyLab(server, browser.text(".notice .secret"));
    }

    private void fill(BusyLab lab) throws IOException {
        for (String id : List.of("early", "running", "played", "paused", "left", "over")) {
            lab.games(id);
        }
        lab.gamesAfterQuestions("asked");
        lab.gamesAfterConsent("agreeing");
        lab.example("poker", "simple-poker.ini");
        lab.example("trio", "public-goods.ini");
        Map<String, List<String>> players = new HashMap<>();
        for (String id :
                List.of("early", "running", "played", "paused", "left", "over", "asked", "agreeing", "poker", "trio")) {
            List<String> tokens = lab.join(id, "Ada", "Ben", "Cleo");
            players.put(id, tokens);
            browser.keep("aepsych_participant", tokens.get(0), "/e/" + id);
        }
        for (String id : List.of("running", "played", "paused", "left", "over", "asked", "poker", "trio")) {
            lab.step(id, "start");
        }
        for (String id : List.of("running", "played", "over", "poker", "trio")) {
            lab.play(id, players.getOrDefault(id, List.of()));
        }
        lab.play("played", List.of(players.getOrDefault("played", List.of()).get(0)));
        lab.step("paused", "pause");
        lab.step("left", "participants/1/release");
        lab.write("running", "The next round begins a little later: please stay.");
        lab.play("over", players.getOrDefault("over", List.of()));
        lab.step("over", "end");
        lab.draw("over");
        names.put("[key]", key(lab.invite("early", "dora@example.org")));

        lab.present(Path.of("src", "test", "resources", "adaptive", "detection.ini"));
        browser.keep("aepsych_session", lab.session("detection", "P07"), "/s/detection");
        lab.trials(Path.of("experiments", "contrast.ini"), 14);
        lab.trials(Path.of("src", "test", "resources", "adaptive", "two-parameters.ini"), 7);
        lab.trials(Path.of("experiments", "preference.ini"), 12);
        names.put("[opened]", Long.toString(lab.session("Detection")));
        names.put("[curve]", Long.toString(lab.session("Contrast threshold")));
        names.put("[map]", Long.toString(lab.session("two parameters")));
        names.put("[pairs]", Long.toString(lab.session("Favourite equaliser setting")));

        browser.open(address("/admin/accounts"));
        browser.type("#email", "editor@example.org");
        browser.click("form[action='/admin/accounts/invite'] button");
        browser.await(".notice .secret");
        judge("an invitation", true, true);
        names.put("[invitation]", key(URI.create(browser.text(".notice .secret"))));
    }

    private static String key(URI link) {
        return link.getQuery().replaceAll(".*=", "");
    }

    private URI address(String page) {
        String address = page;
        for (Map.Entry<String, String> name : names.entrySet()) {
            address = address.replace(name.getKey(), name.getValue());
        }
        return server.pages().resolve(address);
    }

    /**
     * Looks at a page of the console, or of others in two languages. What axe judges takes time, so that each language is
     * judged by it in one of the two ways in which a page is shown, and of pages in one language every other one in each.
     */
    private void look(String page, String... languages) throws IOException {
        for (String language : languages) {
            boolean mirrored = language.equals("ar");
            browser.prefer("light", true);
            browser.show(Browser.Screen.DESKTOP);
            String separator = page.contains("?") ? "&" : "?";
            browser.open(address(languages.length == 1 ? page : page + separator + "lang=" + language));
            browser.await(mirrored ? "html[dir=rtl] h1" : "html[dir=ltr] h1");
            browser.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
            boolean dark = languages.length == 1 ? looks++ % 2 == 1 : mirrored;
            judge(page + " in " + language, !dark, dark);
        }
    }

    private void judge(String page, boolean light, boolean dark) {
        judge(page + ", light, on a desktop", light);
        // First: what moves under the mouse would change its colours slowly otherwise.
        browser.prefer("dark", false);
        browser.squeeze();
        judge(page + ", dark, on a narrow telephone", dark);
        browser.show(Browser.Screen.DESKTOP);
        browser.prefer("light", true);
    }

    private void judge(String page, boolean byAxe) {
        List<Object> found = new ArrayList<>();
        if (browser.overflows()) {
            found.add("wider than the screen because of " + browser.ask(WIDE));
        }
        if (browser.ask(FAULTS) instanceof List<?> more) {
            found.addAll(more);
        }
        if (byAxe) {
            found.addAll(access.violations(browser));
        }
        // That there is no such page is what the browser is to complain of there.
        browser.complaints().stream()
                .filter(complaint -> !page.contains("nowhere"))
                .forEach(found::add);
        found.forEach(fault -> faults.add(page + ": " + fault));
    }
}
