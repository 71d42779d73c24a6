package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.TableStore;
import org.aepsych.core.account.Administrators;
import org.aepsych.core.game.participation.ParticipantAccess;
import org.aepsych.core.mail.Mail;
import org.aepsych.core.mail.MailDesk;
import org.aepsych.core.mail.MailException;
import org.aepsych.core.mail.MailSender;
import org.aepsych.core.mail.MailSettings;
import org.aepsych.core.mail.MailTransport;
import org.aepsych.core.mail.Outbox;
import org.aepsych.core.mail.ParticipantMails;
import org.aepsych.core.mail.RoundMails;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the console to the mail server's door, through a real outbox. */
class MailTest {
    private static final String DEFINITION = TestServer.TWO_GAMES.replace("rounds = 2", "rounds = 2\nmailround = true");
    private static final URI OUTSIDE = URI.create("https://lab.example.org");
    private static final ExperimentId TWO = new ExperimentId("two");

    @TempDir
    Path folder;

    private final List<Mail> sent = new CopyOnWriteArrayList<>();
    private volatile Optional<MailException> failure = Optional.empty();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final MailTransport transport = this::send;

    private TestServer server;
    private MailSender sender;

    private void send(Mail mail) throws MailException {
        if (failure.isPresent()) {
            throw failure.orElseThrow();
        }
        sent.add(mail);
    }

    @BeforeEach
    void start() {
        server = TestServer.start(folder, new MailSettings(Optional.of(transport), Optional.of(OUTSIDE)));
        server.get(Administrators.class).create("lab@example.org", "correct horse");
        sender = new MailSender(
                server.get(Outbox.class), transport, () -> Instant.now().plus(ahead.get()));
    }

    @AfterEach
    void stop() throws Exception {
        sender.close();
        server.close();
    }

    @Test
    void aMailedLinkLetsItsParticipantIn() {
        server.games().define(DEFINITION);
        sender.start();
        Browser browser = logIn();
        browser.open("/admin/games/two/manage");
        browser.submit("/admin/games/two/manage/invite", "addresses", "ann@example.org, bob@example.org");
        String page = browser.submit("/admin/games/two/manage/links", "participant", "all", "as", "mail")
                .body();

        assertThat(page).contains("2 links are on their way.");
        Mail mail = await("ann@example.org");
        assertThat(mail.subject()).isEqualTo("Your link to Two games");
        Matcher link = Pattern.compile("http://\\S+/e/two/in\\?key=\\S+").matcher(mail.text());
        assertThat(link.find()).isTrue();
        Browser participant = new Browser(server.address());
        assertThat(participant
                        .open(URI.create(link.group()).getRawPath() + "?"
                                + URI.create(link.group()).getRawQuery())
                        .body())
                .contains("form_token");
    }

    @Test
    void aPasswordThatIsResetByMailIsReadByNobodyElseAndComesInTheLanguageOfItsReader() {
        server.games().define(DEFINITION.replace("rounds = 2", "rounds = 2\nmail_language = de"));
        server.participation().enroll(TWO, "ann@example.org", Optional.of("first password"));
        server.participation().enroll(TWO, "bob@example.org", Optional.empty());
        server.participation().enroll(TWO, "no address", Optional.of("kept password"));
        Browser ann = new Browser(server.address());
        ann.open("/e/two?lang=fr");
        ann.submit("/e/two/login", "identifier", "ann@example.org", "password", "first password");

        Browser admin = logIn();
        admin.open("/admin/games/two/manage");
        String page = admin.submit("/admin/games/two/manage/passwords", "participant", "all", "as", "mail")
                .body();
        assertThat(page).contains("2 passwords are on their way.", "has no e-mail address: no address");
        assertThat(admin.open("/admin/games/two/participants/1").body()).contains("a mail to them");
        assertThat(admin.open("/admin/games/two/participants/3").body())
                .as("somebody without an address")
                .doesNotContain("a mail to them");
        List<String> waiting = everythingInTheDatabase();
        sender.start();
        Mail french = await("ann@example.org");
        Mail german = await("bob@example.org");
        String password = french.text().split("\n\n", -1)[2];

        assertThat(french.subject()).isEqualTo("Votre nouveau mot de passe pour Two games");
        assertThat(french.text()).contains(server.address() + "/e/two");
        assertThat(german.subject()).isEqualTo("Ihr neues Passwort für Two games");
        assertThat(page).doesNotContain(password);
        assertThat(waiting).noneMatch(text -> text.contains(password));
        assertThat(logsIn("ann@example.org", "first password")).isFalse();
        assertThat(logsIn("ann@example.org", password)).isTrue();
        assertThat(logsIn("no address", "kept password")).isTrue();
    }

    private boolean logsIn(String identifier, String password) {
        Browser browser = new Browser(server.address());
        browser.open("/e/two");
        return browser.submit("/e/two/login", "identifier", identifier, "password", password)
                        .statusCode()
                == 200;
    }

    private List<String> everythingInTheDatabase() {
        List<String> cells = new ArrayList<>();
        TableStore tables = server.get(Storage.class).tables().orElseThrow();
        tables.tables().forEach(table -> tables.read(table, List.of(), row -> cells.add(row.toString())));
        return cells;
    }

    @Test
    void everybodyWithAnAddressIsToldOnceOfEveryRound() throws Exception {
        server.games().define(DEFINITION);
        server.participation().enroll(TWO, "ann@example.org", Optional.empty());
        server.participation().enroll(TWO, "no address", Optional.empty());
        sender.start();
        try (RoundMails rounds = server.get(RoundMails.class)) {
            rounds.start();
            server.conduct().start(TWO);
            assertThat(await("ann@example.org").text()).contains("Round 1 of 2", "1 h at most", OUTSIDE + "/e/two");
            server.conduct()
                    .disable(
                            TWO,
                            server.games().adminView(TWO).participants().get(1).id());
            server.conduct().advance(TWO);
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> sent.size() == 2);
            assertThat(sent.get(1).text()).contains("Round 2 of 2");
        }
        // Another server, or this one after a crash, finds the same rounds.
        RoundMails again = new RoundMails(
                new MailSettings(Optional.of(transport), Optional.of(OUTSIDE)),
                server.get(Outbox.class),
                server.games(),
                server.get(ParticipantAccess.class),
                server.get(ParticipantMails.class));
        try (again) {
            again.start();
            server.conduct().end(TWO);
        }
        sender.close();
        assertThat(sent).hasSize(2);
    }

    @Test
    void whatFailedIsTriedAgainAndWhatIsHopelessIsGivenUp() {
        MailDesk desk = server.get(MailDesk.class);
        failure = Optional.of(new MailException("out of order", false, new Exception()));
        desk.invitation("new@example.org", URI.create("https://lab.example.org/admin/invitation?token=x"));
        sender.start();
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> desk.counts().orElseThrow().failing() == 1);

        failure = Optional.empty();
        ahead.set(Duration.ofMinutes(2));
        // The next occasion is enough to look again.
        desk.invitation("other@example.org", URI.create("https://lab.example.org/admin/invitation?token=y"));
        assertThat(await("new@example.org").text()).contains("token=x");
        await("other@example.org");

        failure = Optional.of(new MailException("no such address", true, new Exception()));
        desk.invitation("gone@example.org", URI.create("https://lab.example.org/admin/invitation?token=z"));
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> desk.counts().orElseThrow().givenUp() == 1);
        assertThat(desk.counts().orElseThrow().done()).isEqualTo(2);
        assertThat(desk.counts().orElseThrow().waiting()).isZero();
    }

    @Test
    void whatWasDecidedBeforeACrashIsSentAfterIt() {
        server.get(MailDesk.class)
                .invitation("new@example.org", URI.create("https://lab.example.org/admin/invitation?token=x"));
        sender.start();
        assertThat(await("new@example.org").text()).contains("token=x");
    }

    @Test
    void ownersSeeTheSettingsAndWhetherMailsArrive() {
        Browser browser = logIn();
        String page = browser.open("/admin/settings").body();
        assertThat(page)
                .contains("[web]", "All settings", "SQLite", "environment")
                .doesNotContain("correct horse");

        assertThat(browser.submit("/admin/settings/mail", "to", "me@example.org")
                        .body())
                .contains("The mail server has taken a mail to me@example.org.");
        assertThat(sent).singleElement().extracting(Mail::to).isEqualTo("me@example.org");
        failure = Optional.of(new MailException("mail.example.org does not know you", false, new Exception()));
        assertThat(browser.submit("/admin/settings/mail", "to", "me@example.org")
                        .body())
                .contains("mail.example.org does not know you");
    }

    private Browser logIn() {
        Browser browser = new Browser(server.address());
        browser.open("/admin");
        browser.submit("/admin/login", "email", "lab@example.org", "password", "correct horse");
        return browser;
    }

    private Mail await(String to) {
        return Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> sent.stream().filter(mail -> mail.to().equals(to)).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}
