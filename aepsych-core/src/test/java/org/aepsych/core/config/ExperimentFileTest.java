package org.aepsych.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentFileTest {
    private static ConfigSection section(String text, String name) {
        return ExperimentFile.parse(text).section(name).orElseThrow();
    }

    private static Optional<String> value(String line) {
        return section("[s]\n" + line, "s").text("x");
    }

    private static List<Problem> problems(String text) {
        try {
            ExperimentFile.parse(text);
        } catch (ConfigException e) {
            return e.problems();
        }
        throw new AssertionError("nothing was found wrong with " + text);
    }

    private static String problem(String text) {
        assertThat(problems(text)).hasSize(1);
        return problems(text).get(0).toString();
    }

    @Nested
    class Sections {
        @Test
        void keepTheirCaseTheirSpacesAndTheirOrder() {
            ExperimentFile file = ExperimentFile.parse("[b]\n[ My Section ]\n[common]\n[a]\n[B]\n");
            assertThat(file.sectionNames()).containsExactly("b", " My Section ", "a", "B");
            assertThat(file.section("A")).isEmpty();
        }

        @Test
        void fallBackToCommonUnlessTheyHaveTheOptionThemselves() {
            ConfigSection section = section("[s]\nown = 1\nboth = 2\n[common]\nboth = 3\nother = 4\n", "s");
            assertThat(section.text("own")).contains("1");
            assertThat(section.text("both")).contains("2");
            assertThat(section.text("other")).contains("4");
            assertThat(section.text("none")).isEmpty();
            assertThat(section.ownKeys()).containsExactly("own", "both");
        }

        @Test
        void calledCommonMayAppearAgain() {
            ExperimentFile file = ExperimentFile.parse("[common]\na = 1\n[s]\n[common]\nb = 2\n");
            assertThat(file.common().ownKeys()).containsExactly("a", "b");
        }

        @Test
        void calledCommonIsAlwaysThere() {
            ExperimentFile file = ExperimentFile.parse("[s]\na = 1\n");
            assertThat(file.section("common")).contains(file.common());
            assertThat(file.common().ownKeys()).isEmpty();
        }

        @Test
        void givenTwiceAreRefusedWithBothLines() {
            assertThat(problem("[a]\nx = 1\n[b]\n[a]\nx = 2\n"))
                    .isEqualTo("[a]: the section is given twice, first on line 1; write its options under one heading"
                            + " (line 4)");
        }

        @Test
        void mustComeBeforeOptions() {
            assertThat(problem("# note\nx = 1\ny = 2\n[a]\n"))
                    .isEqualTo(
                            "expected a section such as [common] before anything else, but found \"x = 1\" (line 2)");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "[]", "[a"})
        void withoutNameOrClosingBracketAreRefused(String heading) {
            assertThat(problem("[common]\n" + heading + "\n"))
                    .isEqualTo("expected a section such as [common], but found \"" + heading + "\" (line 2)");
        }
    }

    @Nested
    class Options {
        @ParameterizedTest
        @ValueSource(strings = {"x = 1", "x=1", "x: 1", "X : 1", "  x   =   1  ", "x\t=\t1", "\tx=1"})
        void areNamedInAnyCaseAndDelimitedByEqualsSignOrColon(String line) {
            assertThat(value(line)).contains("1");
        }

        @Test
        void endTheirNameAtTheFirstDelimiter() {
            assertThat(value("x = a:b=c")).contains("a:b=c");
            assertThat(value("x: a=b")).contains("a=b");
        }

        @Test
        void mayHaveAnEmptyValueOrNone() {
            ExperimentFile file = ExperimentFile.parse("[common]\nx = 1\ny = 1\n[s]\nx =\ny\n");
            assertThat(file.flattened().get("s"))
                    .containsExactly(entry("x", Optional.of("")), entry("y", Optional.empty()));
            assertThat(file.section("s").orElseThrow().text("y")).isEmpty();
        }

        @Test
        void areFoundInAnyCase() {
            assertThat(section("[s]\nFontSize = 12\n", "s").text("fontSize")).contains("12");
        }

        @Test
        void knowTheirLines() {
            ConfigSection section = section("[common]\na = 1\n\n[s]\nb = 2,\n  3\nc = 4\n", "s");
            assertThat(section.line("a")).contains(2);
            assertThat(section.line("b")).contains(5);
            assertThat(section.line("c")).contains(7);
            assertThat(section.line("d")).isEmpty();
        }

        @Test
        void givenTwiceAreRefused() {
            assertThat(problem("[s]\nx = 1\nX = 2\n")).isEqualTo("[s] x: is given twice, first on line 2 (line 3)");
            assertThat(problem("[common]\nx = 1\n[common]\nx = 2\n"))
                    .isEqualTo("[common] x: is given twice, first on line 2 (line 4)");
        }

        @Test
        void withoutNameAreRefused() {
            assertThat(problem("[s]\n= 1\n")).isEqualTo("[s]: expected the name of an option before \"= 1\" (line 2)");
        }

        @Test
        void takePercentAsAnyOtherCharacter() {
            assertThat(value("x = 50 %(y)s %%")).contains("50 %(y)s %%");
        }

        @Test
        void mayEndLinesInAnyWay() {
            assertThat(section("\uFEFF[s]\r\nx = 1\ry = 2\nz = 3", "s").ownKeys())
                    .containsExactly("x", "y", "z");
        }
    }

    @Nested
    class Comments {
        @Test
        void areWholeLinesAfterAnyIndentation() {
            assertThat(section("# a\n; b\n[s]\n   # c\n\t; d\nx = 1\n", "s").ownKeys())
                    .containsExactly("x");
        }

        @ParameterizedTest
        @ValueSource(strings = {"x = 5 # note", "x = 5\t#note", "x = 5 ## = # note"})
        void beginInlineWithANumberSignAfterWhitespace(String line) {
            assertThat(value(line)).contains("5");
        }

        @Test
        void doNotBeginInsideAWordOrWithASemicolon() {
            assertThat(value("x = 5#x")).contains("5#x");
            assertThat(value("x =#fff")).contains("#fff");
            assertThat(value("x = 5 ; x")).contains("5 ; x");
            assertThat(value("x = a#b # c")).contains("a#b");
        }

        @Test
        void leaveAnEmptyValueOrAValuelessOption() {
            assertThat(value("x = # note")).contains("");
            assertThat(ExperimentFile.parse("[s]\nx # note\n").flattened().get("s"))
                    .containsExactly(entry("x", Optional.empty()));
        }

        @Test
        void mayFollowAHeading() {
            assertThat(ExperimentFile.parse("[a] # note\nx = 1\n").sectionNames())
                    .containsExactly("a");
        }
    }

    @Nested
    class Indentation {
        @Test
        void continuesAValue() {
            assertThat(value("x = [1,\n     2,\n  3]\ny = 4")).contains("[1,\n2,\n3]");
        }

        @Test
        void continuesAValueEvenIfTheLineLooksLikeAnOptionOrASection() {
            assertThat(value("x=1\n y=2\n [z]")).contains("1\ny=2\n[z]");
        }

        @Test
        void continuesAValueThatBeginsOnTheNextLine() {
            assertThat(value("x =\n  1")).contains("\n1");
        }

        @Test
        void doesNotContinueAfterAnEmptyLineOrAComment() {
            assertThat(section("[s]\nx = 1\n\n  y = 2\n", "s").ownKeys()).containsExactly("x", "y");
            assertThat(section("[s]\nx = 1\n  # note\n  y = 2\n", "s").ownKeys())
                    .containsExactly("x", "y");
        }

        @Test
        void ofTheWholeFileIsIgnored() {
            ExperimentFile file =
                    ExperimentFile.parse("    [a]\n    x = 1\n    y = 2\n    [b]\n      x = 3\n      y = 4\n");
            assertThat(file.section("a").orElseThrow().ownKeys()).containsExactly("x", "y");
            assertThat(file.section("b").orElseThrow().ownKeys()).containsExactly("x", "y");
        }

        @Test
        void cutsCommentsFromEveryLineOfAValue() {
            assertThat(value("x = [1, # one\n  2] # two")).contains("[1,\n2]");
        }

        @Test
        void belowAnOptionWithoutValueIsRefused() {
            assertThat(problem("[s]\nx\n  y\n"))
                    .isEqualTo("[s] x: has no value that the indented line \"y\" could continue; write x = before it,"
                            + " or remove its indentation (line 3)");
        }
    }

    @Nested
    class References {
        @Test
        void meanAnOptionOfTheSameSectionThenOfCommon() {
            ConfigSection section = section("[common]\na = 1\nb = 2\n[s]\nb = 3\nx = <${A} ${b}>\n", "s");
            assertThat(section.text("x")).contains("<1 3>");
        }

        @Test
        void meanAnOptionOfAnotherSection() {
            ExperimentFile file =
                    ExperimentFile.parse("[common]\nc = 1\n[p]\nlow = 2\n[s]\nx = ${p:LOW} ${p:c} ${common:c}\n");
            assertThat(file.section("s").orElseThrow().text("x")).contains("2 1 1");
        }

        @Test
        void areFollowedFromReferenceToReference() {
            assertThat(section("[t]\na = ${b}!\nb = 1\n[s]\nb = 2\nx = ${t:a}\n", "s")
                            .text("x"))
                    .contains("1!");
        }

        @Test
        void inCommonDependOnTheSectionThatAsks() {
            ExperimentFile file = ExperimentFile.parse("[common]\nname = all\nx = for ${name}\n[s]\nname = s\n");
            assertThat(file.common().text("x")).contains("for all");
            assertThat(file.section("s").orElseThrow().text("x")).contains("for s");
        }

        @Test
        void areWrittenWithTwoDollarSignsToBeText() {
            assertThat(value("x = $$5 $${y} $$$$")).contains("$5 ${y} $$");
        }

        @Test
        void toNothingAreNothing() {
            assertThat(value("x = ${}# a ${}#b${}")).contains("# a #b");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "${file:UTF-8:/etc/hostname}",
                    "${file:/etc/hostname}",
                    "${env:HOME}",
                    "${sys:user.home}",
                    "${script:javascript:1+1}",
                    "${url:UTF-8:http://localhost/}"
                })
        void neverReachOutsideTheFile(String reference) {
            assertThat(problem("[s]\nx = " + reference + "\n"))
                    .isEqualTo("[s] x: " + reference + " is not an option of this file (line 2)");
        }

        @Test
        void toWhatDoesNotExistAreAllReported() {
            assertThat(problems("[s]\nx = ${y}\ny2 = ${t:x}\nz = ${}$5\nw = ${x\nv\nu = ${v}\n"))
                    .extracting(Problem::toString)
                    .containsExactly(
                            "[s] x: ${y} is not an option of this file (line 2)",
                            "[s] y2: ${t:x} is not an option of this file (line 3)",
                            "[s] z: '$' must be followed by '$' or '{', found: '$5'; write $$ for a dollar sign (line 4)",
                            "[s] w: \"${x\" lacks its closing } (line 5)",
                            "[s] u: ${v} is an option without a value (line 7)");
        }

        @Test
        void toAMissingSectionDoNotFallBackToCommon() {
            assertThat(problem("[common]\nc = 1\n[s]\nx = ${t:c}\n")).contains("${t:c} is not an option of this file");
        }

        @Test
        void brokenInCommonAreReportedOnce() {
            assertThat(problem("[common]\nx = $\n[a]\n[b]\n")).startsWith("[common] x: '$' must be followed");
        }

        @Test
        void inACircleAreRefused() {
            assertThat(problems("[s]\nx = ${y}\ny = ${x}\n"))
                    .extracting(Problem::message)
                    .containsOnly("references are nested more than 10 deep, or in a circle")
                    .hasSize(2);
        }

        @Test
        void thatMultiplyAreRefusedBeforeTheyFillTheMemory() {
            StringBuilder text = new StringBuilder("[s]\na0 = " + "x".repeat(1000) + "\n");
            for (int i = 1; i <= 9; i++) {
                text.append("a")
                        .append(i)
                        .append(" = ")
                        .append(("${a" + (i - 1) + "}").repeat(50))
                        .append('\n');
            }
            assertThat(problems(text.toString()))
                    .extracting(Problem::message)
                    .contains("the file is longer than 2000000 characters when its references are followed");
            String nothing = text.toString().replace("x".repeat(1000), "");
            assertThat(problems(nothing))
                    .extracting(Problem::message)
                    .contains("the file has more than 20000 references to follow");
        }
    }

    @Nested
    class Size {
        @Test
        void isLimited() {
            assertThat(problem("[s]\nx = " + "1".repeat(1_000_000))).contains("at most 1000000 are allowed");
            StringBuilder sections = new StringBuilder();
            for (int i = 0; i < 501; i++) {
                sections.append("[s").append(i).append("]\n");
            }
            assertThat(problem(sections.toString())).contains("501 sections").contains("at most 500");
            StringBuilder options = new StringBuilder("[s]\n");
            for (int i = 0; i < 5001; i++) {
                options.append("x").append(i).append('\n');
            }
            assertThat(problem(options.toString())).contains("5001 options").contains("5000 are allowed");
        }

        @Test
        void ofWhatAProblemQuotesIsLimited() {
            assertThat(problem("x".repeat(1000))).hasSizeLessThan(200);
        }
    }

    @Nested
    class Objects {
        private static ExperimentFile ofSection(String key, @Nullable Object value) {
            Map<String, @Nullable Object> options = new LinkedHashMap<>();
            options.put(key, value);
            return ExperimentFile.ofDict(Map.of("s", options));
        }

        private static Optional<String> written(@Nullable Object value) {
            return ofSection("x", value).section("s").orElseThrow().text("x");
        }

        @Test
        void areWrittenAsAepsychWritesThem() {
            assertThat(written("text")).contains("text");
            assertThat(written(true)).contains("True");
            assertThat(written(false)).contains("False");
            assertThat(written(3)).contains("3");
            assertThat(written(1.5)).contains("1.5");
            assertThat(written(2.0)).contains("2.0");
            assertThat(written(0.0)).contains("0.0");
            assertThat(written(1e7)).contains("10000000.0");
            assertThat(written(12345678.9)).contains("12345678.9");
            assertThat(written(1e-4)).contains("0.0001");
            assertThat(written(1e-7)).contains("1.0e-7");
            assertThat(written(1e300)).contains("1.0e300");
            assertThat(written(List.of("a", "b"))).contains("[a, b]");
            assertThat(written(List.of(List.of(1, 2.5), List.of()))).contains("[[1, 2.5], []]");
            assertThat(written(Arrays.asList("a", null))).contains("[a, None]");
            assertThat(ofSection("x", null).flattened().get("s")).containsExactly(entry("x", Optional.empty()));
        }

        @Test
        void lowerTheirKeys() {
            assertThat(ofSection("Font Size", 1).text()).isEqualTo("[s]\nfont size = 1\n");
        }

        @Test
        void areOverriddenByAText() {
            Map<String, Map<String, Object>> dict = new LinkedHashMap<>();
            dict.put("common", new LinkedHashMap<>(Map.of("a", 1)));
            dict.put("s", new LinkedHashMap<>(Map.of("x", "${a} ${t:y}")));
            ExperimentFile file = ExperimentFile.ofDictAndText(dict, "[common]\nA = 2\n[t]\ny = 3\n");
            assertThat(file.sectionNames()).containsExactly("s", "t");
            assertThat(file.section("s").orElseThrow().text("x")).contains("2 3");
            assertThat(ExperimentFile.parse(file.text()).flattened()).isEqualTo(file.flattened());
        }

        @Test
        void areRefusedWithAllProblems() {
            Map<String, Map<String, Object>> dict = new LinkedHashMap<>();
            Map<String, Object> options = new LinkedHashMap<>();
            options.put("a = b", 1);
            options.put("x", 1);
            options.put("X", 2);
            options.put("y", Map.of());
            options.put("z", "$5");
            dict.put("s", options);
            dict.put("a\nb", Map.of());
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> ExperimentFile.ofDict(dict))
                    .satisfies(
                            e -> assertThat(e.problems())
                                    .extracting(Problem::toString)
                                    .containsExactly(
                                            "[s]: expected the name of an option, but found \"a = b\"",
                                            "[s] x: is given twice",
                                            "[s] y: expected a text, number, boolean, list or null, but found an object",
                                            "expected the name of a section, but found \"a\nb\"",
                                            "[s] z: '$' must be followed by '$' or '{', found: '$5'; write $$ for a dollar sign"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    " a ",
                    "#",
                    " #",
                    "Trial #1 of ##2",
                    "a\n\nb",
                    "a\n",
                    "\na",
                    "a\n; b\n# c\n[d]\ne = f",
                    "\n\n",
                    "a\u2003#b",
                    "x = y : z"
                })
        void keepAnyTextInTheFileThatIsWrittenFromThem(String text) {
            ExperimentFile file = ofSection("x", text);
            assertThat(file.section("s").orElseThrow().text("x")).contains(text);
            assertThat(ExperimentFile.parse(file.text()).flattened()).isEqualTo(file.flattened());
        }

        @Test
        void ofAnyContentKeepItInTheFileThatIsWrittenFromThem() {
            Random random = new Random(7);
            String alphabet = "ab#;=:[]{} \t\n";
            for (int run = 0; run < 2000; run++) {
                StringBuilder text = new StringBuilder();
                random.ints(random.nextInt(12), 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
                keepAnyTextInTheFileThatIsWrittenFromThem(text.toString());
            }
        }
    }

    @Test
    void flattenedShowsCommonFirstAndOwnOptionsBeforeThoseOfCommon() {
        ExperimentFile file = ExperimentFile.parse("[s]\nz = 1\nb = 2\n[common]\na = 3\nb = 4\n[t]\n");
        assertThat(file.flattened().keySet()).containsExactly("common", "s", "t");
        assertThat(file.flattened().get("common"))
                .containsExactly(entry("a", Optional.of("3")), entry("b", Optional.of("4")));
        assertThat(file.flattened().get("s"))
                .containsExactly(
                        entry("z", Optional.of("1")), entry("b", Optional.of("2")), entry("a", Optional.of("3")));
        assertThat(file.flattened().get("t"))
                .containsExactly(entry("a", Optional.of("3")), entry("b", Optional.of("4")));
    }

    @Test
    void theTextIsKeptToTheCharacter() {
        String text = "# note\r\n[s]  # note\r\n  x : 1\n\n";
        assertThat(ExperimentFile.parse(text).text()).isEqualTo(text);
    }

    @Test
    void anEmptyTextIsAFileWithoutSections() {
        assertThat(ExperimentFile.parse("").flattened()).containsExactly(entry("common", Map.of()));
    }

    @Test
    void noFileOfTheServerIsRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
        assertThat(problem("[s]\nx = ${file:UTF-8:" + secret + "}\n")).doesNotContain("s3cret");
    }
}
