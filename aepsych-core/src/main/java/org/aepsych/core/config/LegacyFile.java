package org.aepsych.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.config.Problem;

/**
 * Reads files of AEPsych up to 0.7 as what they mean today: {@code [experiment]}, the three sections of version 0.0,
 * {@code outcome_type}, {@code n_trials}, and names that have changed. A file of today is not touched.
 */
final class LegacyFile {
    private static final String COMMON = ExperimentFile.COMMON;
    private static final String EXPERIMENT = "experiment";
    private static final String OPTIMIZER = "OptimizeAcqfGenerator";
    private static final List<String> WRAPPERS = List.of("ModelWrapperStrategy", "EpsilonGreedyModelWrapperStrategy");
    private static final Map<String, String> RENAMED = Map.of(
            "PairwiseSobolGenerator", "SobolGenerator",
            "PairwiseOptimizeAcqfGenerator", OPTIMIZER,
            "PairwiseGP", "PairwiseProbitModel",
            "default_mean_covar_factory", "DefaultMeanCovarFactory",
            "song_mean_covar_factory", "SongMeanCovarFactory",
            "pairwise_mean_covar_factory", "PairwiseMeanCovarFactory");
    private static final List<String> NAMING = List.of("generator", "model", "class", "mean_covar_factory");

    private final Map<String, Map<String, RawOption>> sections = new LinkedHashMap<>();
    private final List<Problem> notes = new ArrayList<>();

    private LegacyFile(RawFile file) {
        file.sections().forEach((name, options) -> sections.put(name, new LinkedHashMap<>(options)));
    }

    /**
     * A file of today.
     *
     * @param file its sections
     * @param notes what was read in another way than it is written
     */
    record Modern(RawFile file, List<Problem> notes) {
        Modern {
            notes = List.copyOf(notes);
        }
    }

    static Modern modern(RawFile file) {
        LegacyFile legacy = new LegacyFile(file);
        legacy.experiment();
        legacy.wrappers();
        legacy.outcomeType();
        legacy.trials();
        legacy.names();
        return new Modern(new RawFile(legacy.sections, file.comments()), legacy.notes);
    }

    private Map<String, RawOption> section(String name) {
        return sections.computeIfAbsent(name, missing -> new LinkedHashMap<>());
    }

    private Optional<RawOption> option(String section, String key) {
        return Optional.ofNullable(sections.getOrDefault(section, Map.of()).get(key));
    }

    private void note(String section, String key, Optional<RawOption> written, String message) {
        Problem note = Problem.of(section, key, message);
        notes.add(written.flatMap(RawOption::line).map(note::atLine).orElse(note));
    }

    private static RawOption written(String text) {
        return new RawOption(Optional.of(text), Optional.empty());
    }

    private void experiment() {
        Map<String, RawOption> options = sections.getOrDefault(EXPERIMENT, Map.of());
        boolean ofVersionZero = options.containsKey("parnames")
                || options.containsKey("outcome_type")
                || options.containsKey("modelbridge_cls");
        if (ofVersionZero) {
            options.forEach(section(COMMON)::putIfAbsent);
            sections.remove(EXPERIMENT);
            notes.add(Problem.of(EXPERIMENT, "was a section of AEPsych up to 0.3; its options are read as [common]"));
        }
    }

    /** Version 0.0 had one sequence only, whose two strategies were sections of their own. */
    private void wrappers() {
        Optional<String> wrapper =
                WRAPPERS.stream().filter(sections::containsKey).findFirst();
        boolean ofVersionZero = option(COMMON, "strategy_names").isEmpty()
                && (sections.containsKey("SobolStrategy") || wrapper.isPresent());
        if (!ofVersionZero) {
            return;
        }
        Optional<String> bridge =
                option(COMMON, "modelbridge_cls").flatMap(RawOption::text).map(String::strip);
        boolean pairs = bridge.filter("PairwiseProbitModelbridge"::equals).isPresent();
        section(COMMON).put("strategy_names", written("[init_strat, opt_strat]"));
        section(COMMON).putIfAbsent("outcome_type", written(pairs ? "pairwise_probit" : "single_probit"));
        section(COMMON).keySet().removeAll(List.of("model", "modelbridge_cls", "init_strat_cls", "opt_strat_cls"));
        Map<String, RawOption> first = section("init_strat");
        first.put("generator", written("SobolGenerator"));
        option("SobolStrategy", "n_trials").ifPresent(trials -> first.put("min_asks", trials));
        Map<String, RawOption> second = section("opt_strat");
        second.put("generator", written(OPTIMIZER));
        second.put("model", written(pairs ? "PairwiseProbitModel" : "GPClassificationModel"));
        wrapper.ifPresent(name -> {
            option(name, "n_trials").ifPresent(trials -> second.put("min_asks", trials));
            option(name, "refit_every").ifPresent(every -> second.put("refit_every", every));
        });
        bridge.map(sections::remove).ifPresent(options -> options.forEach(section(OPTIMIZER)::putIfAbsent));
        sections.remove("SobolStrategy");
        WRAPPERS.forEach(sections::remove);
        notes.add(Problem.of(
                COMMON,
                "the file is of AEPsych's version 0.0; it is read as the two steps init_strat and opt_strat"
                        + bridge.map(name -> " of " + name).orElse("")));
        bridge.filter(name -> !name.equals("SingleProbitModelbridge") && !pairs)
                .ifPresent(name -> notes.add(Problem.of(
                        COMMON,
                        "modelbridge_cls",
                        name + " has no counterpart; GPClassificationModel is used instead")));
    }

    private void outcomeType() {
        Optional<RawOption> old = option(COMMON, "outcome_type");
        Optional<String> type = old.flatMap(RawOption::text).map(String::strip);
        if (type.isEmpty() || option(COMMON, "outcome_types").isPresent()) {
            return;
        }
        String types = type.get().equals("single_continuous") ? "[continuous]" : "[binary]";
        String stimuli = type.get().equals("pairwise_probit") ? "2" : "1";
        if (List.of("single_probit", "single_continuous", "pairwise_probit").contains(type.get())) {
            section(COMMON).remove("outcome_type");
            section(COMMON).put("outcome_types", written(types));
            section(COMMON).putIfAbsent("stimuli_per_trial", written(stimuli));
            note(
                    COMMON,
                    "outcome_type",
                    old,
                    type.get() + " is read as outcome_types = " + types + " and stimuli_per_trial = " + stimuli);
        }
    }

    private void trials() {
        for (Map.Entry<String, Map<String, RawOption>> section : sections.entrySet()) {
            Map<String, RawOption> options = section.getValue();
            Optional<RawOption> trials = Optional.ofNullable(options.get("n_trials"));
            if (trials.isPresent() && options.containsKey("generator") && !options.containsKey("min_asks")) {
                options.put("min_asks", trials.get());
                options.remove("n_trials");
                note(section.getKey(), "n_trials", trials, "is called min_asks today, and read so");
            }
        }
    }

    private void names() {
        for (Map.Entry<String, Map<String, RawOption>> section : sections.entrySet()) {
            for (String key : NAMING) {
                Optional<RawOption> named =
                        Optional.ofNullable(section.getValue().get(key));
                named.flatMap(RawOption::text)
                        .map(text -> RENAMED.get(text.strip()))
                        .ifPresent(today -> {
                            section.getValue()
                                    .put(
                                            key,
                                            new RawOption(
                                                    Optional.of(today),
                                                    named.get().line()));
                            note(section.getKey(), key, named, "is called " + today + " today, and read so");
                        });
            }
        }
        for (String old : List.copyOf(sections.keySet())) {
            Optional.ofNullable(RENAMED.get(old)).ifPresent(today -> {
                Map<String, RawOption> options = sections.getOrDefault(old, Map.of());
                sections.remove(old);
                options.forEach(section(today)::putIfAbsent);
                notes.add(Problem.of(old, "is called [" + today + "] today, and read so"));
            });
        }
    }
}
