package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a list of addresses to participants who are in. */
@OnEveryStorage
class InvitationTest {
    private static final Pattern LINK = Pattern.compile("<code>(http[^<]*/in\\?key=[^<]+)</code>");
    private static final Pattern PASSWORD = Pattern.compile("<code>([a-z0-9-]{14})</code>");
    private static final String MANAGE = "/admin/games/two/manage";

    @TempDir
    private Path folder;

    private TestServer server;
    private Browser admin;

    @BeforeEach
    void start() {
        server = TestServer.start(folder);
        server.games().define(TestServer.TWO_GAMES.replace("rounds = 2", "rounds = 2\nautoadd = no"));
        admin = server.administrator();
        admin.open(MANAGE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String address(String link) {
        URI uri = URI.create(link);
        return uri.getPath() + "?" + uri.getQuery();
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    @Test
    void aPastedListBecomesParticipantsWhoComeInByLinkOnce() {
        HttpResponse<String> added =
                admin.submit(MANAGE + "/invite", "addresses", "Ann@example.org, bob@example.org\nx@y");
        assertThat(added.body()).contains("2 participants were added.", "not an e-mail address: x@y");

        String link = find(
                LINK,
                admin.submit(MANAGE + "/links", "participant", "1", "as", "page")
                        .body());
        Browser preview = new Browser(server.address());
        assertThat(preview.open(address(link)).body()).contains("Take part");
        assertThat(preview.open(address(link)).body()).contains("Take part");

        Browser ann = new Browser(server.address());
        ann.open(address(link));
        String key = link.substring(link.indexOf("key=") + 4);
        assertThat(ann.submit("/e/two/in", "key", key).body()).contains("Waiting for the start");
        assertThat(ann.open(address(link)).body())
                .as("the link again, in the browser that used it")
                .contains("Waiting for the start");
        assertThat(preview.open(address(link)).statusCode()).isEqualTo(403);
        assertThat(preview.open(address(link)).body()).contains("used or is too old");
        assertThat(preview.open(address(link) + "&lang=de").body()).contains("schon benutzt oder ist zu alt");
    }

    @Test
    void theButtonOfALinkMayBePressedTwice() {
        admin.submit(MANAGE + "/invite", "addresses", "ann@example.org");
        String link = find(
                LINK,
                admin.submit(MANAGE + "/links", "participant", "1", "as", "page")
                        .body());
        String key = link.substring(link.indexOf("key=") + 4);
        Browser ann = new Browser(server.address());
        ann.open(address(link));
        String page = ann.page();
        assertThat(ann.submit("/e/two/in", "key", key).body()).contains("Waiting for the start");

        ann.show(page);
        assertThat(ann.submit("/e/two/in", "key", key).body()).contains("Waiting for the start");
    }

    @Test
    void whoCouldNotComeBackIsAskedBeforeLoggingOut() {
        admin.submit(MANAGE + "/invite", "addresses", "ann@example.org");
        String link = find(
                LINK,
                admin.submit(MANAGE + "/links", "participant", "1", "as", "page")
                        .body());
        Browser ann = new Browser(server.address());
        ann.open(address(link));
        ann.submit("/e/two/in", "key", link.substring(link.indexOf("key=") + 4));

        assertThat(ann.submit("/e/two/logout").body()).contains("you need a new link", "Stay");
        assertThat(ann.open("/e/two/play").body()).contains("Waiting for the start");
        assertThat(ann.submit("/e/two/logout", "sure", "yes").body()).contains("Come back");
    }

    @Test
    void linksThatWorkHereOnlySaySoAndEveryPageShowsTheWholeAddress() {
        assertThat(admin.open(MANAGE).body())
                .contains("Links that begin like this work on this computer only.", "public_url")
                .contains("<a href=\"" + server.address() + "/e/two\">");
        assertThat(admin.open("/admin/games/two").body())
                .contains("Participants can come in on this computer only")
                .contains("Participants join at <a href=\"" + server.address() + "/e/two\">");
    }

    @Test
    void whoSomebodyIsCanBeErased() {
        admin.submit(MANAGE + "/invite", "addresses", "ann@example.org");
        String person = "/admin/games/two/participants/1";
        assertThat(admin.open(person).body()).contains("ann@example.org", "Erase who they are");
        assertThat(admin.submit(person + "/erase").statusCode()).isEqualTo(422);

        admin.open(person);
        assertThat(admin.submit(person + "/erase", "confirmed", "yes").body())
                .contains("(erased)")
                .doesNotContain("ann@example.org", "Erase who they are");
        assertThat(admin.open(MANAGE).body()).doesNotContain("ann@example.org");
        assertThat(admin.open("/admin/games/two").body()).contains("(erased)");
    }

    @Test
    void aTableOfLinksOrPasswordsIsSafeForSpreadsheets() {
        server.participation().enroll(new ExperimentId("two"), "=1+1,\"x\"", Optional.empty());

        HttpResponse<String> table = admin.submit(MANAGE + "/links", "participant", "all", "as", "csv");

        assertThat(table.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(table.body()).startsWith("participant,link\r\n\"'=1+1,\"\"x\"\"\",http");
    }

    @Test
    void aNewPasswordWorksInPlaceOfTheOldOne() {
        admin.submit(MANAGE + "/invite", "addresses", "ann@example.org");
        String password = find(
                PASSWORD,
                admin.submit(MANAGE + "/passwords", "participant", "all", "as", "page")
                        .body());

        Browser ann = new Browser(server.address());
        ann.open("/e/two");
        assertThat(ann.submit("/e/two/login", "identifier", "ann@example.org", "password", password)
                        .body())
                .contains("Waiting for the start");
    }

    @Test
    void registrationIsOpenedAndTheExperimentPausedFromThePage() {
        assertThat(new Browser(server.address()).open("/e/two").body()).doesNotContain("name=\"identifier\" required");
        assertThat(admin.submit(MANAGE + "/registration", "open", "yes").body()).contains("Registration is open");
        assertThat(server.games().summary(new ExperimentId("two")).selfRegistration())
                .isTrue();

        server.conduct().start(new ExperimentId("two"));
        assertThat(admin.submit(MANAGE + "/pause").body()).contains("Resume");
        assertThat(admin.submit(MANAGE + "/resume").body()).contains("Pause");
    }

    @Test
    void theJoinAddressIsAlsoACodeAndAnExperimentCanBeCopied() {
        HttpResponse<String> code = admin.open(MANAGE + "/code.svg");
        assertThat(code.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(code.body()).startsWith("<svg").contains("<path");

        assertThat(admin.open("/admin/games/new?copy=two").body())
                .contains("experiment_name = Copy of Two games", "Dilemma")
                .doesNotContain("experiment_id");
    }

    @Test
    void theHistoryOfOneExperimentIsShownBeforeTheFirstRoundOfAnother() {
        server.conduct().start(new ExperimentId("two"));
        server.conduct().end(new ExperimentId("two"));
        String history = admin.open(MANAGE + "/history.json").body();

        ExperimentId next = server.games()
                .define(TestServer.TWO_GAMES
                        .replace("experiment_id = two", "experiment_id = next")
                        .replace("rounds = 2", "rounds = 2\nhistory = " + history));

        assertThat(server.games().definition(next).prior().rounds())
                .isEqualTo(server.games().adminView(new ExperimentId("two")).rounds().stream()
                        .map(round -> round.averages())
                        .toList());
    }

    @Test
    void anExperimentBeginsAnewOnlyIfItsNameIsTyped() {
        server.conduct().switchRegistration(new ExperimentId("two"), true);
        server.participation().register(new ExperimentId("two"), "captive", Optional.empty());
        server.conduct().start(new ExperimentId("two"));

        assertThat(admin.submit(MANAGE + "/wipe", "confirmed", "yes").statusCode())
                .isEqualTo(422);
        assertThat(server.games().summary(new ExperimentId("two")).participants())
                .isEqualTo(1);
        admin.open(MANAGE);
        assertThat(admin.submit(MANAGE + "/wipe", "confirmed", "two").body())
                .contains("The experiment is new again. One participant who had registered is gone.");
        assertThat(server.games().summary(new ExperimentId("two")).participants())
                .isZero();
    }

    @Test
    void whatIsDeletedIsInABackupFirst() throws IOException {
        server.participation().enroll(new ExperimentId("two"), "ann@example.org", Optional.empty());
        assertThat(admin.open(MANAGE).body()).contains(folder.resolve("backups").toString());
        String wiped = admin.submit(MANAGE + "/wipe", "confirmed", "two").body();
        assertThat(wiped).contains("Everything as it was before is in ");
        String deleted = admin.submit(MANAGE + "/delete", "confirmed", "two").body();

        assertThat(deleted).contains("two is deleted", "before-two-");
        assertThat(admin.open(MANAGE).statusCode()).isEqualTo(404);
        Path backup = Path.of(find(Pattern.compile("<code>([^<]+\\.db)</code>"), deleted));
        assertThat(backup).hasParentRaw(folder.resolve("backups"));
        try (Storage kept = server.open(backup)) {
            assertThat(kept.streams().list())
                    .extracting(stream -> stream.header().experimentId().value())
                    .containsExactly("two");
            assertThat(kept.persons().find(kept.streams().list().get(0).id(), "ann@example.org"))
                    .isPresent();
        }
    }

    @Test
    void withoutTheBackupNothingIsDeleted() throws IOException {
        Path unused = Files.writeString(folder.resolve("backups"), "in the way");
        server.conduct().switchRegistration(new ExperimentId("two"), true);
        server.participation().register(new ExperimentId("two"), "captive", Optional.empty());

        for (String deed : List.of("/wipe", "/delete")) {
            admin.open(MANAGE);
            HttpResponse<String> refused = admin.submit(MANAGE + deed, "confirmed", "two");
            assertThat(refused.statusCode()).as(deed).isEqualTo(409);
            assertThat(refused.body()).as(deed).contains("No backup could be written", "so nothing was deleted");
        }

        assertThat(server.games().summary(new ExperimentId("two")).participants())
                .isEqualTo(1);
    }

    @Test
    void nobodyElseManages() {
        Browser stranger = new Browser(server.address());

        assertThat(stranger.open(MANAGE).body()).doesNotContain("By invitation");
        assertThat(stranger.open(MANAGE + "/history.json").body()).doesNotContain("navgp1");
    }
}
