package org.aepsych.web.instructions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aepsych.api.game.Game;
import org.aepsych.core.game.definition.Admission;
import org.aepsych.core.game.definition.Correspondence;
import org.aepsych.core.game.definition.Display;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.InstructionKind;
import org.aepsych.core.game.definition.OwnTexts;
import org.aepsych.core.game.definition.PayoffChoice;
import org.aepsych.core.game.definition.PriorHistory;
import org.aepsych.core.game.definition.Prize;
import org.aepsych.core.game.definition.Questionnaire;
import org.aepsych.core.game.definition.Schedule;
import org.aepsych.web.language.Language;
import org.aepsych.web.language.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 8.2 and 8.6: what participants read. */
class InstructionsTest {
    private static String of(InstructionKind kind, String words) {
        return of(kind, words, "2 < 3 euros");
    }

    private static String of(InstructionKind kind, String words, String prize) {
        return Instructions.of(definition(kind, words, prize), Texts.in(Language.ENGLISH));
    }

    private static GameDefinition definition(InstructionKind kind, String words, String prize) {
        return new GameDefinition(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Schedule(6, 50, 80, 5, 4, Optional.empty()),
                new Admission(0, true, true),
                new Display(kind, words, true, true, false),
                new Prize(prize, 1),
                PayoffChoice.of("population-average"),
                List.of(new Game(1, "g", 1, 1, Game.parsePayoffs("1 2"))),
                Questionnaire.NONE,
                PriorHistory.NONE,
                new Correspondence(Optional.of("lab@example.org"), false, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "gamelab-admin-email, lab&#64;example.org",
        "gamelab-games, 1",
        "gamelab-rounds, 6",
        "gamelab-round-time, 0.833333",
        "gamelab-round-time-hours, 0.833333",
        "gamelab-round-time-minutes, 50",
        "gamelab-round-mintime-hours, 0.0833333",
        "gamelab-round-mintime-minutes, 5",
        "gamelab-round-percent, 80",
        "gamelab-time-total-hours, 5",
        "gamelab-time-total-minutes, 300",
        "gamelab-lottery, 2 &lt; 3 euros",
        "gamelab-conversion, 1",
        "gamelab-unknown, &#64;&#64;gamelab-unknown&#64;&#64;"
    })
    void everyPlaceIsFilledAndUnknownOnesStay(String place, String value) {
        assertThat(of(InstructionKind.HTML, "<p>x@@" + place + "@@y</p>")).isEqualTo("<p>x" + value + "y</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<p onclick=\"alert(1)\" style=\"position:fixed\">x</p>",
                "<iframe src=\"//evil.example\"></iframe>",
                "<form action=\"/admin\"><input name=q></form>",
                "<svg><animate onbegin=alert(1)></svg>",
                "<style>body{display:none}</style>",
                "<base href=\"//evil.example\">",
                "<p class=\"button\">x</p>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>"
            })
    void whatCouldHarmIsTakenOut(String html) {
        assertThat(of(InstructionKind.HTML, html))
                .doesNotContain("alert", "script", "evil", "style", "form", "input", "svg", "button");
    }

    @Test
    void whatSaysSomethingIsKept() {
        String html = "<h2>A</h2><p>b <strong>c</strong> <span class=\"gamelab-colour\">d</span></p>"
                + "<table><tbody><tr><td colspan=\"2\">e</td></tr></tbody></table><ul><li>f</li></ul>";

        assertThat(of(InstructionKind.HTML, html)).isEqualTo(html);
        assertThat(of(InstructionKind.HTML, "<a href=\"mailto:@@gamelab-admin-email@@\">g</a>"))
                .contains("href=\"mailto:lab&#64;example.org\"");
    }

    @Test
    void plainWordsStayPlainWords() {
        assertThat(of(InstructionKind.TEXT, "1 < 2 & so on\nnext\n\n<b>second</b>"))
                .isEqualTo("<p>1 &lt; 2 &amp; so on<br />next</p>\n<p>&lt;b&gt;second&lt;/b&gt;</p>");
        assertThat(of(InstructionKind.TEXT, "")).isEmpty();
    }

    @Test
    void builtInInstructionsFollowTheExperimentAndTheOwnWordsComeAfter() {
        assertThat(of(InstructionKind.LOTTERY, "Own words."))
                .contains("6 rounds", "one game", "you play 4 rounds", "at most 50 minutes")
                .contains("80 percent", "at least 5 minutes", "lottery tickets", "The prize: 2 &lt; 3 euros")
                .contains("lab&#64;example.org", "class=\"gamelab-ocolour\"")
                .endsWith("<p>Own words.</p>");
    }

    @ParameterizedTest
    @EnumSource
    void builtInInstructionsAreThereInEveryLanguageWithTheirColoursAndLinks(Language language) {
        String html = Instructions.of(definition(InstructionKind.LOTTERY, "", "x"), Texts.in(language));
        assertThat(html)
                .contains(
                        "class=\"gamelab-colour\"",
                        "class=\"gamelab-ocolour\"",
                        "<strong>",
                        "lab&#64;example.org",
                        "80")
                .doesNotContain("{", "@@");
        assertThat(html.split("<h2>", -1)).hasSize(5);
    }

    @Test
    void onlyWhoTakesPartInALotteryReadsOfOne() {
        assertThat(of(InstructionKind.NOLOTTERY, "", ""))
                .doesNotContain("ticket", "lottery", "bonus")
                .contains("added up");
        assertThat(of(InstructionKind.RECRUITED, ""))
                .doesNotContain("ticket", "lottery")
                .contains("bonus");
    }

    @Test
    void theExperimentersOwnTextsAreShownInTheReadersLanguage() {
        GameDefinition definition = definition(InstructionKind.TEXT, "Be kind.", "10 euros");
        OwnTexts texts = new OwnTexts(
                new TreeMap<>(Map.of("fr", new OwnTexts.Translation("Décisions", "Soyez gentil.", "dix euros"))));
        GameDefinition both = new GameDefinition(
                definition.id(),
                definition.name(),
                definition.description(),
                definition.schedule(),
                definition.admission(),
                definition.display(),
                definition.prize(),
                definition.payoff(),
                definition.games(),
                definition.questionnaire(),
                definition.prior(),
                definition.correspondence(),
                definition.silence(),
                definition.trees(),
                texts);
        assertThat(Instructions.of(both.in("fr"), Texts.in(Language.FRENCH))).isEqualTo("<p>Soyez gentil.</p>");
        assertThat(both.in("fr").name()).contains("Décisions");
        assertThat(both.in("fr").prize().lottery()).isEqualTo("dix euros");
        assertThat(both.in("de")).as("what is not translated stays").isEqualTo(both);
    }
}
