package org.aepsych.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sv-SE,sv;q=0.9,en;q=0.5|SWEDISH",
                "nl,de;q=0.7,fr;q=0.8|FRENCH",
                "zh-Hant-TW|CHINESE",
                "en;q=0,ja|JAPANESE",
            })
    void aBrowserIsAnsweredInTheLanguageThatItPrefers(String header, Language language) {
        assertThat(Languages.accepted(header)).contains(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"nl|", "'*'|", "';;;q=x'|"})
    void aBrowserWithoutALanguageOfOursChoosesNothing(String header) {
        assertThat(Languages.accepted(header)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,zero", "1,one", "2,two", "3,few", "10,few", "11,many", "99,many", "100,other", "103,few"})
    void arabicHasSixForms(long number, String category) {
        assertThat(Plural.ARABIC.category(number)).isEqualTo(category);
    }

    @Test
    void sentencesAgreeWithTheirNumber() {
        Texts english = Texts.in(Language.ENGLISH);
        assertThat(english.count("problem.text.429", 1)).endsWith("1 second.");
        assertThat(english.count("problem.text.429", 1200)).endsWith("1,200 seconds.");
        assertThat(Texts.in(Language.GERMAN).count("problem.text.429", 1200)).contains("1.200 Sekunden");
    }

    @Test
    void numbersMoneyAndTimesAreWrittenAsThePeopleDo() {
        Texts german = Texts.in(Language.GERMAN);
        assertThat(german.number(new BigDecimal("-1234.50"))).isEqualTo("\u22121.234,50");
        assertThat(german.money(new BigDecimal("12.5"), Currency.getInstance("EUR")))
                .isEqualTo("12,50\u00a0€");
        assertThat(german.time(Instant.parse("2026-03-01T14:05:00Z"), ZoneOffset.UTC))
                .isEqualTo("01.03.2026, 14:05");
        assertThat(Texts.in(Language.ARABIC).number(new BigDecimal("0.5"))).isEqualTo("0.5");
        assertThat(Texts.in(Language.JAPANESE).money(new BigDecimal("500"), Currency.getInstance("JPY")))
                .contains("500");
    }

    @Test
    void regionsDoNotMatter() {
        assertThat(Language.find("de-AT")).contains(Language.GERMAN);
        assertThat(Language.find("tlh")).isEqualTo(Optional.empty());
    }
}
