package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases of AEPsych's own server of several generations: each becomes an experiment like one that took place here. */
class AepsychImportTest {
    @TempDir
    private Path folder;

    @Test
    void anEarlyFileIsTakenOverListedExportedAndVerified() throws Exception {
        CommandLine imported = run("import", aepsych("single_stimuli.db"));

        assertThat(imported.err()).isEmpty();
        assertThat(imported.exitCode()).isZero();
        assertThat(imported.out())
                .contains(
                        "AEPsych, 1 of 1 sessions with 15 messages and 7 trials",
                        "note: message 5 (tell): 'outcome_1' is binary and expects 0 or 1, but found -1.0",
                        "imported as ac2ddc92-da55-4943-b966-d07f2709e7e8");
        assertThat(run("replay", "list").out()).startsWith("1  adaptive  ac2ddc92");
        CommandLine verified = run("replay", "verify");
        assertThat(verified.exitCode()).as(verified.out()).isZero();
        assertThat(verified.out()).startsWith("good").contains("15 messages");
        assertThat(csv(folder.resolve("aepsych.db").toString()))
                .hasSize(8)
                .startsWith(
                        "experiment_id,experiment_name,experiment_description,participant_id,timestamp,x1,x2,outcome,e1,e2")
                .element(1, org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .startsWith("ac2ddc92-da55-4943-b966-d07f2709e7e8,default name,default description,f29ee3ed")
                .endsWith(".241528,0.1,4,1.0,1,2");
    }

    @Test
    void aFileOfAepsychIsLookedIntoWithoutImport() throws Exception {
        String file = aepsych("extra_info.db");
        byte[] before = Files.readAllBytes(Path.of(file));

        List<String> lines = csv(file);

        assertThat(lines).hasSize(61);
        assertThat(lines.get(0)).endsWith("timestamp,freq,amp,outcome,extra,additional,trial_number");
        assertThat(lines.get(1)).endsWith(",5.142093539237976,1.2982105799019337,6.67552023548412,info,1,1");
        assertThat(run("db", "--db", file, "--summarize").out())
                .startsWith("experiment_id")
                .contains("b44a7576-6173-4f3e-ba8a-bb006392676f", "freq, amp", "60");
        assertThat(Path.of(file)).hasBinaryContent(before);
        CommandLine served = CommandLine.run("replay", "list", "--db", file);
        assertThat(served.exitCode()).isOne();
        assertThat(served.err()).contains("./aepsych import");
    }

    @Test
    void databasesOfBothProgramsAreCombined() throws Exception {
        assertThat(run("import", aepsych("single_stimuli.db")).exitCode()).isZero();
        String other = aepsych("extra_info.db");
        Path out = folder.resolve("out").resolve("all.db");

        CommandLine combined = CommandLine.run(
                "db",
                "--combine",
                folder.toString(),
                "--exclude",
                folder.resolve("none.db").toString(),
                "--db",
                out.toString());

        assertThat(combined.err()).isEmpty();
        assertThat(combined.exitCode()).isZero();
        assertThat(combined.out())
                .contains("Found 3 dbs to combine.", "Adding " + other, "Combined 2 experiment sessions of 3 files");
        assertThat(csv(out.toString())).hasSize(68).first().asString().contains("timestamp,origin_db,x1");
        assertThat(CommandLine.run("replay", "verify", "--db", out.toString()).exitCode())
                .isZero();
        CommandLine again = CommandLine.run("db", "--combine", folder.toString(), "--db", out.toString());
        assertThat(again.exitCode()).isOne();
        assertThat(again.err()).contains("Output path " + out + " already exists.");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThat(run("db").err()).contains("--tocsv OUT, --summarize or --combine DIR");
        assertThat(run("db", "--db", folder.resolve("no.db").toString(), "--summarize")
                        .err())
                .contains("there is no database " + folder.resolve("no.db"));
        assertThat(run("db", "--combine", folder.toString()).err()).contains("--combine needs --db OUT");
    }

    private List<String> csv(String database) throws IOException {
        Path out = folder.resolve("out.csv");
        CommandLine exported = CommandLine.run("db", "--db", database, "--tocsv", out.toString());
        assertThat(exported.exitCode()).as(exported.err()).isZero();
        assertThat(exported.out()).contains("Exported contents of " + database + " to " + out);
        return Files.readAllLines(out);
    }

    private CommandLine run(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        return CommandLine.run(all.toArray(String[]::new));
    }

    private String aepsych(String file) throws IOException {
        Path copy = folder.resolve(file);
        try (var in = Objects.requireNonNull(AepsychImportTest.class.getResourceAsStream("/aepsych/" + file))) {
            Files.copy(in, copy);
        }
        return copy.toString();
    }
}
