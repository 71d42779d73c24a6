package org.aepsych.core.adaptive.simulation.curve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.core.adaptive.session.Rehearsal;
import org.aepsych.core.adaptive.simulation.observer.SimulatedObserver;
import org.aepsych.core.adaptive.simulation.problem.Competitor;
import org.aepsych.core.adaptive.simulation.study.Metric;
import org.aepsych.core.adaptive.simulation.study.Question;
import org.aepsych.core.adaptive.simulation.study.Replicate;
import org.aepsych.core.adaptive.simulation.study.Study;
import org.aepsych.core.config.ExperimentFile;
import org.jspecify.annotations.Nullable;

/** What a lab wants to know before it begins: how well it will know the answer after so many trials. */
public final class SessionPlan {
    private static final String JUDGE = "simulated judge";
    private static final String SEVERAL = "IndependentGPsModel";

    private SessionPlan() {}

    /**
     * Makes a study of an experiment.
     *
     * @param name of the experiment
     * @param file the experiment
     * @param judge the experiment with one step that has a model
     * @param observer who answers
     * @param questions one about each outcome
     * @return sessions that end where the experiment does
     */
    public static Study study(
            String name,
            ExperimentFile file,
            ExperimentFile judge,
            SimulatedObserver observer,
            List<Question> questions) {
        return new Study(name, "experiment", file, judge, observer, questions, true);
    }

    /**
     * Returns an experiment with one step that has a model: for one binary outcome of single stimuli the usual one, else
     * that of the experiment's last step that names one, or the usual one.
     *
     * @param file the experiment
     * @param rehearsal a session of it
     * @param target the probability whose threshold is sought; empty if there is none
     * @return the file to judge by
     */
    public static ExperimentFile judge(ExperimentFile file, Rehearsal rehearsal, Optional<Double> target) {
        Map<String, Map<String, @Nullable Object>> sections = new LinkedHashMap<>();
        file.flattened().forEach((section, options) -> {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            options.forEach((key, value) -> copy.put(key, value.orElse(null)));
            sections.put(section, copy);
        });
        Map<String, @Nullable Object> common =
                sections.computeIfAbsent(ExperimentFile.COMMON, key -> new LinkedHashMap<>());
        common.put("strategy_names", List.of(JUDGE));
        target.ifPresent(sought -> common.put("target", sought));
        Map<String, @Nullable Object> step = new LinkedHashMap<>();
        List<OutcomeType> types = rehearsal.outcomeTypes();
        step.put("generator", types.size() == 1 ? "OptimizeAcqfGenerator" : "IndependentOptimizeAcqfGenerator");
        String usual = usual(types, rehearsal.stimuliPerTrial());
        boolean plain = usual.equals("GPClassificationModel");
        String model = plain ? usual : named(file).orElse(usual);
        step.put("model", model);
        if (model.equals(SEVERAL)) {
            Map<String, @Nullable Object> own = sections.computeIfAbsent(SEVERAL, key -> new LinkedHashMap<>());
            own.putIfAbsent(
                    "models",
                    types.stream()
                            .map(type -> usual(List.of(type), rehearsal.stimuliPerTrial()))
                            .toList());
        }
        step.put("min_asks", Competitor.ALWAYS);
        sections.put(JUDGE, step);
        return ExperimentFile.ofDict(sections);
    }

    private static String usual(List<OutcomeType> types, int stimuli) {
        if (types.size() > 1) {
            return SEVERAL;
        }
        return switch (types.get(0)) {
            case BINARY -> stimuli == 1 ? "GPClassificationModel" : "PairwiseProbitModel";
            case CONTINUOUS -> "GPRegressionModel";
            case ORDINAL -> "OrdinalGPModel";
        };
    }

    /** Returns the model of the last step that names one. */
    private static Optional<String> named(ExperimentFile file) {
        List<String> steps = new ArrayList<>(file.common()
                .text("strategy_names")
                .map(text -> List.of(text.replaceAll("[\\[\\]\\s]", "").split(",")))
                .orElse(List.of()));
        Collections.reverse(steps);
        return steps.stream()
                .map(step -> file.flattened().getOrDefault(step, Map.of()).getOrDefault("model", Optional.empty()))
                .flatMap(Optional::stream)
                .map(String::strip)
                .findFirst();
    }

    /**
     * Returns after how many trials to measure.
     *
     * @param most trials that a session may have
     * @return every fifth up to 50, every tenth up to 100, every twenty-fifth up to 300, every hundredth beyond, and the last
     */
    public static SortedSet<Integer> checkpoints(int most) {
        SortedSet<Integer> checkpoints = new TreeSet<>();
        checkpoints.add(most);
        for (int trials = 5; trials < most; trials += trials < 50 ? 5 : trials < 100 ? 10 : trials < 300 ? 25 : 100) {
            checkpoints.add(trials);
        }
        return checkpoints;
    }

    /**
     * Says how well the answers are known.
     *
     * @param sessions of one study
     * @param observer who answered
     * @return lines for people
     */
    public static String text(List<Replicate> sessions, SimulatedObserver observer) {
        List<Question> questions = sessions.get(0).study().questions();
        StringBuilder out = new StringBuilder();
        out.append(String.format(Locale.ROOT, "%d sessions of %s trials", sessions.size(), lengths(sessions)));
        for (int i = 0; i < questions.size(); i++) {
            out.append(
                    questions.size() == 1
                            ? "; "
                            : String.format("%n%n%s, ", questions.get(i).outcome()));
            out.append(new AnswerReport(sessions, i, observer.space()).text());
        }
        return out.toString();
    }

    /**
     * Draws how well the answers are known.
     *
     * @param sessions of one study
     * @return a panel for each error that is shown about each outcome
     */
    public static List<CurvePlot.Panel> panels(List<Replicate> sessions) {
        Study study = sessions.get(0).study();
        List<CurvePlot.Panel> panels = new ArrayList<>();
        for (int i = 0; i < study.questions().size(); i++) {
            Question question = study.questions().get(i);
            String about = study.problem() + (study.questions().size() == 1 ? "" : ", " + question.outcome());
            for (Metric metric : AnswerReport.leading(question)) {
                panels.add(new CurvePlot.Panel(about + ": " + metric.title(), Curve.of(sessions, i, metric)));
            }
        }
        return panels;
    }

    private static String lengths(List<Replicate> sessions) {
        int least = sessions.stream().mapToInt(AnswerReport::length).min().orElse(0);
        int most = sessions.stream().mapToInt(AnswerReport::length).max().orElse(0);
        return least == most ? String.valueOf(least) : least + " to " + most;
    }
}
