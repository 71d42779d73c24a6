package org.aepsych.core.config.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aepsych.api.space.Parameter;
import org.aepsych.core.config.ExperimentFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Reads AEPsych's own example files, whose licence does not let us keep copies, from a folder on this machine. */
@EnabledIfEnvironmentVariable(named = "AEPSYCH_REFERENCE_FILES", matches = ".+", disabledReason = "no such folder here")
class ReferenceFilesTest {
    @TestFactory
    List<DynamicTest> areReadUnchanged() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getenv("AEPSYCH_REFERENCE_FILES")))) {
            List<DynamicTest> tests = files.filter(file -> file.toString().endsWith(".ini"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> isRead(file)))
                    .toList();
            assertThat(tests).isNotEmpty();
            return tests;
        }
    }

    private static void isRead(Path file) throws IOException {
        ExperimentFile experiment = ExperimentFile.parse(Files.readString(file));
        DeclaredSpace declared = ParameterSpaces.read(experiment);
        assertThat(declared.warnings()).isEmpty();
        assertThat(declared.space().parameters()).hasOnlyElementsOfType(Parameter.Continuous.class);
        assertThat(experiment.sectionNames()).contains("init_strat", "opt_strat");
        assertThat(experiment.section("opt_strat").orElseThrow().text("refit_every"))
                .contains("5");
    }
}
