package org.aepsych.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.mail.Mail;
import org.aepsych.core.mail.ParticipantMails.Reader;
import org.aepsych.web.language.Language;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What participants are written to, in every language. */
class TranslatedMailsTest {
    private static final URI PLACE = URI.create("https://lab.example.org/e/two");
    private static final String TEXT = TestServer.TWO_GAMES.replace(
            "experiment_name = Two games",
            "experiment_name = Two games\nexperiment_name_fr = Deux jeux\nexperiment_name_ar = لعبتان");

    private final TranslatedMails mails = new TranslatedMails();

    @Test
    void everyLanguageSaysEverythingInItsOwnWords(@TempDir Path folder) {
        GameDefinition definition;
        try (TestServer server = TestServer.start(folder)) {
            definition = server.games().preview(TEXT.replace("[metadata]", "contact = lab@example.org\n[metadata]"));
        }
        Set<String> said = new HashSet<>();
        for (Language language : Language.values()) {
            Reader reader = new Reader("ann@example.org", language.tag());
            Mail link = mails.link(reader, definition, PLACE);
            Mail password = mails.password(reader, definition, "the-password", PLACE);
            Mail round = mails.round(reader, definition, 1, Optional.of(Duration.ofMinutes(90)), Optional.of(PLACE));

            for (Mail mail : List.of(link, password, round)) {
                assertThat(mail.to()).isEqualTo("ann@example.org");
                assertThat(mail.subject()).as(language.tag()).doesNotContain("{");
                assertThat(mail.text())
                        .as(language.tag())
                        .contains(PLACE.toString(), "lab@example.org")
                        .doesNotContain("{");
                said.add(mail.text());
            }
            assertThat(link.text()).contains("30");
            assertThat(password.text()).contains("\n\nthe-password\n\n", "ann@example.org");
            assertThat(round.subject()).contains("2");
            assertThat(round.text()).contains("2", "90");
        }
        assertThat(said).hasSize(3 * Language.values().length);
    }

    @Test
    void theExperimentIsCalledAsItIsInTheReadersLanguageAndAnUnknownOneReadsEnglish(@TempDir Path folder) {
        GameDefinition definition;
        try (TestServer server = TestServer.start(folder)) {
            definition = server.games().preview(TEXT);
        }
        assertThat(mails.link(new Reader("a@example.org", "fr"), definition, PLACE)
                        .subject())
                .isEqualTo("Votre lien vers Deux jeux");
        assertThat(mails.link(new Reader("a@example.org", "ar"), definition, PLACE)
                        .subject())
                .isEqualTo("رابطك إلى لعبتان");
        assertThat(mails.link(new Reader("a@example.org", "tlh"), definition, PLACE)
                        .subject())
                .isEqualTo("Your link to Two games");
    }
}
