package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, and what they are told. */
class CommandLineTest {
    @TempDir
    private Path folder;

    @Test
    void everyCommandSaysWhatItDoesAndGivesAnExample() {
        List<String> commands = commandsOf("");
        assertThat(commands).contains("serve", "demo", "bots", "db backup", "participant erase", "bench ask");

        for (String command : commands) {
            CommandLine help = CommandLine.run((command + " --help").split(" ", -1));
            assertThat(help.exitCode()).as(command).isZero();
            assertThat(help.out())
                    .startsWith("Usage: aepsych " + command)
                    .contains("For example:", "  ./aepsych " + command.split(" ", -1)[0]);
        }
    }

    /** A list that breaks off in the middle of a sentence looks broken. */
    @ParameterizedTest
    @ValueSource(strings = {"", "db ", "participant ", "secret ", "bench "})
    void listsOfCommandsSayWholeSentences(String command) {
        String help = CommandLine.run((command + "--help").split(" ", -1)).out();

        String list = help.substring(help.indexOf("Commands:")).split("\\R\\R", 2)[0];
        assertThat(list.split("\\R(?=  [a-z])", -1))
                .hasSizeGreaterThan(1)
                .allSatisfy(entry -> assertThat(entry).matches("(?s).*[.:]"));
    }

    /** All commands with theirs, as the help lists them. */
    private static List<String> commandsOf(String command) {
        String help =
                CommandLine.run((command + " --help").strip().split(" ", -1)).out();
        List<String> found = new ArrayList<>();
        int list = help.indexOf("Commands:");
        if (list >= 0) {
            Matcher names = Pattern.compile("(?m)^  ([a-z-]+) ").matcher(help.substring(list, end(help)));
            while (names.find()) {
                String inner = (command + " " + names.group(1)).strip();
                found.add(inner);
                found.addAll(commandsOf(inner));
            }
        }
        return found;
    }

    private static int end(String help) {
        int example = help.indexOf("For example:");
        return example < 0 ? help.length() : example;
    }

    @Test
    void aMistypedCommandIsAnsweredWithTheNearest() {
        CommandLine mistyped = CommandLine.run("serv");

        assertThat(mistyped.exitCode()).isEqualTo(2);
        assertThat(mistyped.err()).contains("serve").contains("--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contrast.ini", "prisoners.ini", "staircase.ini", "three-games.ini"})
    void theExamplesAreGood(String file) {
        CommandLine check =
                CommandLine.run("check", Path.of("experiments", file).toString());

        assertThat(check.err()).isEmpty();
        assertThat(check.exitCode()).isZero();
        assertThat(check.out()).contains("is good");
    }

    @Test
    void aBadExperimentFileIsToldEverythingAtOnce() throws IOException {
        Path file = folder.resolve("bad.ini");
        Files.writeString(file, """
                [common]
                protocol = game
                games = [dilemma]
                rounds = many

                [dilemma]
                payoffs = 3, 3 | 0, 5
                    5, 0
                """);

        CommandLine check = CommandLine.run("check", file.toString());

        assertThat(check.exitCode()).isOne();
        assertThat(check.err().lines()).hasSize(2).allMatch(line -> line.startsWith("aepsych: ["));
        assertThat(check.err()).contains("rounds").contains("payoffs");
    }

    @Test
    void whatAStrategyRefusesIsToldWithItsLine() throws IOException {
        Path file = folder.resolve("wrong-model.ini");
        Files.writeString(
                file,
                Files.readString(Path.of("experiments", "contrast.ini"))
                        .replace("model = GPClassificationModel", "model = GPClassifcationModel"));

        CommandLine check = CommandLine.run("check", file.toString());

        assertThat(check.exitCode()).isOne();
        assertThat(check.err())
                .contains("there is no model \"GPClassifcationModel\"")
                .containsPattern("did you mean GPClassificationModel\\? \\(line \\d+\\)");
    }

    /** What people get wrong ends in one sentence that says what to do. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --http 8.8.8.8:80 --port 0 --data FOLDER | cannot serve pages at 8.8.8.8:80: | another address",
                "serve --http 127.0.0.1:99999 --data FOLDER | expected a port from 0 to 65535 | 99999",
                "serve --config FOLDER/none.ini | there is no settings file | none.ini",
                "serve --data FOLDER --db FOLDER/letter.txt --http 127.0.0.1:0 --port 0 | not a database | choose another file",
                "serve --data FOLDER --db FOLDER/new.db --http 127.0.0.1:0 --port 0 --set tls.certificate=FOLDER/letter.txt --set tls.key=FOLDER/letter.txt | [tls] certificate | FOLDER/letter.txt",
                "bots http://127.0.0.1:1/e/prisoners -n 2 | no server answers at | is it running",
                "export nothing --data FOLDER | there is no database FOLDER/aepsych.db: the folder FOLDER has letter.txt | --data DIR",
                "db info --data FOLDER/none | there is no database | there is no folder FOLDER/none.",
                "replay list --db FOLDER/none.db | there is no database FOLDER/none.db | the folder FOLDER has letter.txt",
                "serve --replay 1 --data FOLDER | there is no database | letter.txt",
                "verify-draw FOLDER/letter.txt | is not a published draw | letter.txt",
                "db copy --from jdbc:sqlite:FOLDER/none.db --to jdbc:sqlite:FOLDER/new.db | --from: there is no file | none.db",
            })
    void whatPeopleGetWrongIsToldInASentence(String line, String told, String advice) throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "Dear colleague, ".repeat(1000));

        CommandLine wrong =
                CommandLine.run(line.replace("FOLDER", folder.toString()).split(" ", -1));

        assertThat(wrong.exitCode()).isOne();
        assertThat(wrong.err().lines().filter(said -> said.startsWith("aepsych: ")))
                .singleElement(as(STRING))
                .contains(told.replace("FOLDER", folder.toString()), advice.replace("FOLDER", folder.toString()));
        assertThat(wrong.err()).doesNotContain("SQL State", "\tat ", "already in use", "ERROR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"export two", "db info", "db vacuum", "db backup FOLDER/b.db", "replay list", "replay verify"})
    void whoOnlyLooksMakesNoDatabase(String line) {
        Path wrong = folder.resolve("wrong");

        CommandLine refused = CommandLine.run(
                (line + " --data " + wrong).replace("FOLDER", folder.toString()).split(" ", -1));

        assertThat(refused.exitCode()).isOne();
        assertThat(refused.err()).contains("there is no database " + wrong, "there is no folder " + wrong);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anUnknownSettingIsAnsweredWithTheNearest() {
        CommandLine serve = CommandLine.run("serve", "--data", folder.toString(), "--set", "web.prot=9");

        assertThat(serve.exitCode()).isOne();
        assertThat(serve.err()).contains("prot").contains("port");
    }

    @Test
    void aReadOnlyServerWantsADatabaseThatExists() {
        CommandLine serve = CommandLine.run("serve", "--data", folder.toString(), "--read-only");

        assertThat(serve.exitCode()).isOne();
        assertThat(serve.err()).contains("--read-only").contains("aepsych.db");
    }

    @Test
    void settingsAreListedAsInTheDocumentation() throws IOException {
        CommandLine help = CommandLine.run("--help-config");

        assertThat(Path.of("..", "docs", "configuration.md")).content().contains(help.out());

        assertThat(help.out()).contains("[web]", "[storage.sqlite]", "AEPSYCH_WEB_PORT", "default 8080");
    }

    @Test
    void pluginsAreListedWithWhatTheyContribute() {
        CommandLine plugins = CommandLine.run("plugins", "list", "--data", folder.toString());

        assertThat(plugins.out()).contains("lab-staircase", "population-average", "sqlite", "postgresql");
    }
}
