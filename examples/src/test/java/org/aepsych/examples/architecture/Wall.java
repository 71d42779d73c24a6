package org.aepsych.examples.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/**
 * One rule of the architecture, for the house under any root package: {@code org.aepsych} is the real one, and each
 * wall has a small house of breaches in which it must fail.
 */
enum Wall {
    MODULES_POINT_INWARDS(root -> layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(root + "..")
            .withOptionalLayers(true)
            .layer("api")
            .definedBy(root + ".api..")
            .layer("core")
            .definedBy(root + ".core..")
            .layer("storage")
            .definedBy(root + ".storage..")
            .layer("strategies")
            .definedBy(root + ".strategies..")
            .layer("web")
            .definedBy(root + ".web..")
            .layer("examples")
            .definedBy(root + ".examples..")
            .whereLayer("api")
            .mayNotAccessAnyLayer()
            .whereLayer("core")
            .mayOnlyAccessLayers("api")
            .whereLayer("storage")
            .mayOnlyAccessLayers("api", "core")
            .whereLayer("strategies")
            .mayOnlyAccessLayers("api", "core")
            .whereLayer("web")
            .mayOnlyAccessLayers("api", "core")),

    API_IS_PLAIN_JAVA(root -> classes()
            .that()
            .resideInAPackage(root + ".api..")
            .should(onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", root + ".api..")))),

    PLUGINS_SEE_ONLY_THE_EXTENSION_PACKAGE_OF_CORE(root -> noClasses()
            .that()
            .resideInAnyPackage(root + ".storage..", root + ".strategies..")
            .should()
            .dependOnClassesThat(resideInAPackage(root + ".core..").and(outside(root + ".core.plugin..")))),

    SQLITE_BUILDS_ON_JDBC_AND_NOT_THE_OTHER_WAY(root -> noClasses()
            .that()
            .resideInAPackage(root + ".storage.jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(root + ".storage.sqlite..")),

    KRYO_STAYS_IN_SNAPSHOTS(root -> noClasses()
            .that(outside(root + ".core.snapshot.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.esotericsoftware..")),

    PACKAGES_HAVE_NO_CYCLES(
            root -> slices().matching(root + ".(*).(*)..").should().beFreeOfCycles()),

    /** Nor do the packages within one of these, however far down. */
    PACKAGES_WITHIN_HAVE_NO_CYCLES(
            root -> slices().matching(root + ".(**)").should().beFreeOfCycles()),

    TIME_AND_CHANCE_COME_FROM_OUTSIDE(root -> noClasses()
            .that(resideInAPackage(root + ".."))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(ThreadLocalRandom.class, "current")
            .orShould()
            .callConstructor(Random.class)),

    SQL_STAYS_IN_STORAGES(root -> noClasses()
            .that(outside(root + ".storage.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.jdbi..", "java.sql..", "javax.sql..", "com.zaxxer..", "org.flywaydb..", "org.sqlite..")),

    HTTP_SERVING_STAYS_IN_WEB(root -> noClasses()
            .that(outside(root + ".web.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..", "gg.jte..")),

    COMMONS_CONFIGURATION_STAYS_IN_CONFIG(root -> noClasses()
            .that(outside(root + ".core.config.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.configuration2..")),

    GUICE_STAYS_IN_MODULES(root -> noClasses()
            .that(outside(root + ".core.plugin..", root + ".core.discovery..", root + ".web.main..")
                    .and(describe(
                            "are not in a *Module class",
                            type -> !outermost(type).endsWith("Module"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.inject..")),

    PASSWORD_HASHING_STAYS_IN_ACCOUNTS(root -> noClasses()
            .that(outside(root + ".core.account.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.password4j..")),

    DOORS_DO_NOT_REACH_STORAGE(root -> noClasses()
            .that(resideInAPackage(root + ".web..").and(outside(root + ".web.main..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(root + ".api.storage..")),

    NO_FIELD_INJECTION(root -> NO_CLASSES_SHOULD_USE_FIELD_INJECTION),

    STANDARD_STREAMS_BELONG_TO_MAIN(
            root -> noClasses().that(outside(root + ".web.main..")).should(ACCESS_STANDARD_STREAMS)),

    NO_GENERIC_EXCEPTIONS(root -> NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS),

    /** But what is generated from page templates. */
    EVERY_PACKAGE_IS_NULL_MARKED(root -> classes()
            .that()
            .resideInAPackage(root + "..")
            .and(outside(root + ".web.template.."))
            .should(new InNullMarkedPackage()));

    @SuppressWarnings("ImmutableEnumChecker") // the functions above close over nothing
    private final Function<String, ArchRule> rule;

    Wall(Function<String, ArchRule> rule) {
        this.rule = rule;
    }

    ArchRule under(String root) {
        return rule.apply(root);
    }

    private static DescribedPredicate<JavaClass> outside(String... packages) {
        return resideOutsideOfPackages(packages);
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(Wall::outermost).orElseGet(type::getName);
    }

    private static final class InNullMarkedPackage extends ArchCondition<JavaClass> {
        InNullMarkedPackage() {
            super("reside in a package that is @NullMarked");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(
                    type, marked, type.getName() + " resides in " + type.getPackageName() + ", not @NullMarked"));
        }
    }
}
