package org.aepsych.examples.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.core.adaptive.DesignPreview;
import org.aepsych.core.adaptive.form.DesignForm;
import org.aepsych.core.adaptive.form.Goal;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.discovery.PluginDiscovery;
import org.aepsych.core.plugin.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The experiments that come along as forms: each says the same before and after, and what we recommend is in order. */
class FormsTest {
    private static final Extensions EXTENSIONS = Guice.createInjector(
                    PluginDiscovery.discover(Path.of("no such folder"), Set.of())
                            .modules())
            .getInstance(Extensions.class);

    static List<Path> files() throws IOException {
        try (Stream<Path> examples = Files.list(Path.of("experiments"));
                Stream<Path> ours = Files.list(Path.of("../web-participant/src/main/resources/org/aepsych/web/admin"));
                Stream<Path> demo = Files.list(Path.of("../web-participant/src/main/resources/org/aepsych/web/demo"))) {
            return Stream.of(examples, ours, demo)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".ini"))
                    .filter(file -> read(file).contains("strategy_names"))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static DesignForm form(String text) {
        return DesignForm.of(ExperimentFile.parse(text), EXTENSIONS.presenters());
    }

    private static Map<String, Map<String, String>> meaning(String text) {
        Map<String, Map<String, String>> meaning = new TreeMap<>();
        ExperimentFile.parse(text).modern().flattened().forEach((section, options) -> {
            Map<String, String> said = new TreeMap<>();
            options.forEach((key, value) ->
                    said.put(key, value.orElse("(no value)").strip().replaceAll("\\s*,\\s*", ", ")));
            said.remove("log_scale", "False");
            meaning.put(section, said);
        });
        return meaning;
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatFilledTheFormIsWrittenByItAgain(Path file) {
        String text = read(file);
        String written = form(text).text();
        assertThat(meaning(written)).isEqualTo(meaning(text));
        DesignForm again = form(written);
        assertThat(form(again.text())).isEqualTo(again);
        text.lines()
                .filter(line -> line.startsWith("#"))
                .forEach(comment -> assertThat(written).contains(comment));
    }

    @ParameterizedTest
    @MethodSource("files")
    void theCheckerSaysTheSameOfBoth(Path file) {
        assertThat(said(form(read(file)).text())).isEqualTo(said(read(file)));
    }

    private static List<String> said(String text) {
        try {
            DesignPreview preview = DesignPreview.of(ExperimentFile.parse(text), EXTENSIONS);
            return preview.warnings().stream()
                    .map(warning -> warning.toString().replaceAll(" \\(line \\d+\\)", ""))
                    .sorted()
                    .toList();
        } catch (AepsychException e) {
            return List.of(e.getMessage().replaceAll(" \\(line \\d+\\)", ""));
        }
    }

    @Test
    void whatWeRecommendIsInOrderForEveryGoal() {
        for (Goal goal : List.of(Goal.THRESHOLD, Goal.FUNCTION, Goal.BEST, Goal.NONE)) {
            for (String outcome : List.of("binary", "continuous", "ordinal")) {
                check(goal, outcome, "1");
            }
        }
        for (Goal goal : List.of(Goal.FUNCTION, Goal.BEST, Goal.NONE)) {
            check(goal, "binary", "2");
        }
    }

    private static void check(Goal goal, String outcome, String stimuli) {
        Map<String, String> fields = new LinkedHashMap<>(DesignForm.suggestion().fields());
        fields.putAll(Map.of("goal", goal.key(), "outcome1_type", outcome, "stimuli", stimuli));
        if (outcome.equals("ordinal")) {
            fields.put("other", "[OrdinalGPModel]\nn_levels = 5");
        }
        List<String> said = said(DesignForm.of(fields).text());
        if (goal == Goal.THRESHOLD && !outcome.equals("binary")) {
            assertThat(said).singleElement().asString().contains("auto is for one binary outcome");
        } else {
            assertThat(said.stream().filter(line -> !line.contains("OrdinalGPModel")))
                    .as("%s of %s, %s", goal, outcome, stimuli)
                    .isEmpty();
        }
    }
}
