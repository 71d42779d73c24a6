package org.aepsych.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every wall holds in the program, and every deliberate breach of it is caught. */
class ArchitectureTest {
    private static final String BREACHES = "org.aepsych.examples.architecture.breach.";

    /** The jar with the contract tests for plugin authors is test code too. */
    private static final ImportOption NO_TEST_JARS = location -> !location.contains("-tests.jar");

    private static final class Program {
        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(NO_TEST_JARS)
                .importPackages("org.aepsych");
    }

    @Test
    void theWholeProgramIsLookedAt() {
        assertThat(Program.CLASSES.size()).isGreaterThan(200);
        for (String module :
                List.of("api", "core", "storage.jdbc", "storage.sqlite", "strategies", "web", "examples")) {
            assertThat(Program.CLASSES).anyMatch(type -> type.getPackageName().startsWith("org.aepsych." + module));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWallHolds(Wall wall) {
        wall.under("org.aepsych").check(Program.CLASSES);
    }

    @ParameterizedTest
    @EnumSource
    void everyBreachIsCaught(Wall wall) {
        String root = BREACHES + wall.name().toLowerCase(Locale.ROOT).replace("_", "");
        JavaClasses house = new ClassFileImporter().importPackages(root);
        List<String> breaches = house.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> name.endsWith("Breach"))
                .toList();
        assertThat(breaches).as("breaches in %s", root).isNotEmpty();

        List<String> caught =
                wall.under(root).evaluate(house).getFailureReport().getDetails();

        assertThat(breaches).allSatisfy(breach -> assertThat(caught).anyMatch(detail -> detail.contains(breach)));
        assertThat(house.stream().map(JavaClass::getSimpleName).filter(name -> name.startsWith("Allowed")))
                .allSatisfy(allowed -> assertThat(caught).noneMatch(detail -> detail.contains(allowed)));
    }
}
