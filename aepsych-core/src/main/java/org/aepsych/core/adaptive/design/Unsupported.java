package org.aepsych.core.adaptive.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.core.config.ExperimentFile;

/** What AEPsych's files may hold and no program but AEPsych's own can do, or what AEPsych gave up itself. */
final class Unsupported {
    private static final String EXTENSIONS = "extensions";
    private static final Set<String> GIVEN_UP = Set.of(
            "MonotonicRejectionGenerator",
            "MonotonicMCPosteriorVariance",
            "MonotonicBernoulliMCMutualInformation",
            "MonotonicMCLSE",
            "MonotonicRejectionGP",
            "monotonic_mean_covar_factory");

    private Unsupported() {}

    /** Returns a problem for each. */
    static List<Problem> in(ExperimentFile file) {
        List<Problem> problems = new ArrayList<>(extensions(file.common()));
        List<String> sections = new ArrayList<>(List.of(ExperimentFile.COMMON));
        sections.addAll(file.sectionNames());
        for (String name : sections) {
            file.section(name).ifPresent(section -> problems.addAll(givenUp(section)));
        }
        return problems;
    }

    private static List<Problem> extensions(ConfigSection common) {
        return common
                .text(EXTENSIONS)
                .map(String::strip)
                .filter(text -> !text.replaceAll("[\\[\\],\\s]", "").isEmpty())
                .map(text -> common.problem(EXTENSIONS, text + " names Python files, which this program cannot run")
                        .withHint("write what they register as a plugin in Java (docs/plugins.md), put it into"
                                + " the plugin folder, and remove this option: the names that plugins register"
                                + " are known to every file"))
                .stream()
                .toList();
    }

    private static List<Problem> givenUp(ConfigSection section) {
        return section.ownKeys().stream()
                .filter(key -> section.text(key)
                        .map(String::strip)
                        .filter(GIVEN_UP::contains)
                        .isPresent())
                .map(key -> section.problem(
                        key,
                        "Object " + section.text(key).orElse("").strip()
                                + " is deprecated and no longer supported! AEPsych has removed it, too"))
                .toList();
    }
}
