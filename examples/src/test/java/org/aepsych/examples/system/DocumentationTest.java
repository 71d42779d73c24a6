package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documents show works: files are read by the program itself, links lead somewhere, commands exist. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern EXPERIMENT = Pattern.compile("(?m)^ *```ini\\R(.*?)^ *```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Tck))\\.(\\w+)`");
    private static final Pattern COMMAND = Pattern.compile("\\./aepsych ([a-z]+(?:-[a-z]+)*)");

    @TempDir
    Path folder;

    @Test
    void everyExperimentFileIsGood() throws Exception {
        List<Path> files = new ArrayList<>();
        for (Path document : documents()) {
            Matcher matcher = EXPERIMENT.matcher(text(document));
            while (matcher.find()) {
                Path file = folder.resolve(files.size() + ".ini");
                files.add(Files.writeString(file, matcher.group(1)));
            }
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(2);
        for (Path file : files) {
            CommandLine check = CommandLine.run("check", file.toString());
            assertThat(check.exitCode()).as(check.err()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"gamelab-rules.md, 100", "aepsych-rules.md, 200"})
    void everyRuleNamesTestsThatExist(String document, int atLeast) throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file -> file.toString().contains("src/test/java")
                            && file.toString().matches(".*(Test|Tck)\\.java"))
                    .forEach(file -> sources.merge(file.getFileName().toString(), text(file), String::concat));
        }
        Matcher named = TEST.matcher(text(ROOT.resolve("docs").resolve(document)));
        int tests = 0;
        while (named.find()) {
            tests++;
            assertThat(sources.getOrDefault(named.group(1) + ".java", ""))
                    .as(named.group())
                    .contains("void " + named.group(2) + "(");
        }
        assertThat(tests).isGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path document : documents()) {
            Matcher matcher = LINK.matcher(text(document));
            while (matcher.find()) {
                Path target = document.resolveSibling(matcher.group(1));
                assertThat(target).as("%s: %s", document, matcher.group(1)).exists();
            }
        }
    }

    @Test
    void everyCommandExists() throws Exception {
        String help = CommandLine.run("--help").out();
        for (Path document : documents()) {
            Matcher matcher = COMMAND.matcher(text(document));
            while (matcher.find()) {
                String command = matcher.group(1);
                boolean ofTheLauncher = command.equals("test");
                assertThat(ofTheLauncher || help.contains("\n  " + command + " "))
                        .as("%s: ./aepsych %s", document, command)
                        .isTrue();
            }
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (Path folder : List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("docs/adr"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
            }
        }
        assertThat(documents).isNotEmpty();
        return documents;
    }

    private static String text(Path document) {
        try {
            return Files.readString(document, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
