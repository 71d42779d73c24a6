package org.aepsych.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
    private static final Path MAIN = Path.of("src", "main");
    private static final Pattern FORM = Pattern.compile("\\[\\w+]$");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    /** Where a text is asked for by a literal key: in Java and in templates. */
    private static final Pattern USE =
            Pattern.compile("\\btexts(?:\\(\\))?\\.(?:of|count)\\(\\s*\"([a-z][\\w.-]*\\.[\\w.-]+)\"");

    @ParameterizedTest
    @EnumSource
    void everyLanguageSaysEverything(Language language) {
        Catalogue english = Catalogue.read(Language.ENGLISH);
        Catalogue translated = Catalogue.read(language);
        assertThat(translated.texts().keySet())
                .containsExactlyInAnyOrderElementsOf(english.texts().keySet().stream()
                        .flatMap(key -> forms(key, language))
                        .collect(Collectors.toSet()));
        translated.texts().forEach((key, text) -> assertThat(text).as(key).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource
    void everyTextHasThePlacesOfTheEnglishOne(Language language) {
        Catalogue english = Catalogue.read(Language.ENGLISH);
        Catalogue.read(language).texts().forEach((key, text) -> {
            boolean form = FORM.matcher(key).find();
            String original = form ? FORM.matcher(key).replaceAll("[other]") : key;
            Set<String> expected = places(Objects.requireNonNull(english.texts().get(original)));
            if (form) {
                // "One second" need not say 1.
                assertThat(expected).as(language.tag() + " " + key).containsAll(places(text));
            } else {
                assertThat(places(text)).as(language.tag() + " " + key).isEqualTo(expected);
            }
        });
    }

    @Test
    void everyTextIsUsedAndEveryTextUsedIsThere() throws IOException {
        String sources = sources();
        Set<String> known = Catalogue.read(Language.ENGLISH).texts().keySet().stream()
                .map(key -> FORM.matcher(key).replaceAll(""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known)
                .filteredOn(key -> !key.startsWith("error."))
                .allSatisfy(key -> assertThat(sources).contains("\"" + key + "\""));
        assertThat(USE.matcher(sources).results().map(use -> use.group(1)).collect(Collectors.toSet()))
                .isSubsetOf(known);
    }

    private static Stream<String> forms(String key, Language language) {
        if (!FORM.matcher(key).find()) {
            return Stream.of(key);
        }
        Function<String, String> form = category -> FORM.matcher(key).replaceAll("[" + category + "]");
        return language.plural().categories().stream().map(form);
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".jte"))
                    .map(CatalogueTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
