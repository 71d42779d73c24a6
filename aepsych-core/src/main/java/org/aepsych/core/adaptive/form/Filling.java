package org.aepsych.core.adaptive.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.presentation.Presenter;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.FileDraft;

/** Fills a form with a file: what a field can show is taken out of the file, and the rest stays as lines. */
final class Filling {
    private static final String STEPS = "strategy_names";
    private static final List<Goal> RECOMMENDED = List.of(Goal.THRESHOLD, Goal.FUNCTION, Goal.BEST, Goal.NONE);

    private final FileDraft file;
    private final Collection<Presenter> presenters;
    private final Map<String, String> fields = new LinkedHashMap<>();

    Filling(FileDraft file, Collection<Presenter> presenters) {
        this.file = file;
        this.presenters = presenters;
    }

    Map<String, String> fields() {
        Layout.FIXED.forEach(this::take);
        outcomes();
        List<String> parameters = names("parnames");
        column("parameter", "name", parameters);
        for (int i = 0; i < parameters.size(); i++) {
            Layout.parameter(i + 1, parameters.get(i)).forEach(this::take);
        }
        goal();
        presentation(parameters);
        fields.put("other", file.text().strip());
        return fields;
    }

    private void take(Place place) {
        take(place, file, fields);
    }

    private static void take(Place place, FileDraft file, Map<String, String> fields) {
        place.shown(file).ifPresent(shown -> {
            fields.put(place.field(), shown);
            file.remove(place.section(), place.option());
        });
    }

    private void outcomes() {
        List<String> types = listed("outcome_types").stream()
                .map(type -> Layout.OUTCOMES.stream()
                        .filter(type::equalsIgnoreCase)
                        .findFirst()
                        .orElse(""))
                .toList();
        if (types.isEmpty() || types.contains("")) {
            return;
        }
        file.remove(ExperimentFile.COMMON, "outcome_types");
        column("outcome", "type", types);
        if (listed("outcome_names").size() == types.size()) {
            column("outcome", "name", names("outcome_names"));
        }
    }

    private void column(String row, String field, List<String> values) {
        IntStream.range(0, values.size()).forEach(i -> fields.put(row + (i + 1) + "_" + field, values.get(i)));
    }

    private List<String> listed(String option) {
        return listed(option, file);
    }

    private static List<String> listed(String option, FileDraft file) {
        return file.find(ExperimentFile.COMMON, option)
                .map(ConfigOption.texts(option, "").parser())
                .orElse(List.of());
    }

    private List<String> names(String option) {
        return names(option, file);
    }

    /** Takes a list of names; none, if one of them cannot be said in a field. */
    private static List<String> names(String option, FileDraft file) {
        List<String> names = listed(option, file);
        if (names.isEmpty() || !names.stream().allMatch(FileDraft::canName)) {
            return List.of();
        }
        file.remove(ExperimentFile.COMMON, option);
        return names;
    }

    private void goal() {
        Optional<Goal> recommended = RECOMMENDED.stream().filter(this::takeGoal).findFirst();
        if (recommended.isEmpty()) {
            steps(file, fields);
        }
        Goal goal = recommended.orElse(Goal.OWN);
        fields.put("goal", goal.key());
        if (goal == Goal.THRESHOLD || goal == Goal.OWN) {
            take(Layout.TARGET);
        }
    }

    private List<String> outcomeTypes() {
        List<String> types = IntStream.iterate(1, row -> fields.containsKey("outcome" + row + "_type"), row -> row + 1)
                .mapToObj(row -> fields.getOrDefault("outcome" + row + "_type", "binary"))
                .toList();
        return types.isEmpty() ? List.of("binary") : types;
    }

    private boolean takeGoal(Goal goal) {
        Optional<String> trials = goal.trials(file).filter(text -> text.matches("[0-9]+"));
        Goal.Situation situation = new Goal.Situation(
                outcomeTypes(),
                fields.getOrDefault("stimuli", "1").equals("2"),
                trials.orElse(""),
                Goal.initial(file).orElse(""));
        List<Goal.Said> said = goal.said(situation);
        if (trials.isEmpty() || !said.stream().allMatch(one -> one.isIn(file))) {
            return false;
        }
        said.forEach(one -> file.remove(one.section(), one.option()));
        fields.put("trials", trials.get());
        if (goal == Goal.FUNCTION || goal == Goal.BEST || (goal == Goal.THRESHOLD && situation.several())) {
            fields.put("initial", situation.initial());
        }
        return true;
    }

    /** Takes the steps of one's own out of a file, and returns the lines of what is left of it. */
    static List<String> steps(FileDraft file, Map<String, String> fields) {
        List<String> names = names(STEPS, file);
        for (int i = 0; i < names.size(); i++) {
            fields.put("step" + (i + 1) + "_name", names.get(i));
            Layout.step(i + 1, names.get(i)).forEach(place -> take(place, file, fields));
        }
        return file.text().lines().toList();
    }

    private void presentation(List<String> parameters) {
        Optional<String> name = file.find(Layout.PRESENTATION, "presenter").map(String::strip);
        Optional<Presenter> presenter = presenters.stream()
                .filter(known -> name.filter(known.name()::equals).isPresent())
                .findFirst();
        boolean ownPage = !file.has(Layout.PRESENTATION, "presenter")
                && file.find(Layout.PRESENTATION, "task")
                        .filter(task -> task.strip().equals(DesignForm.OWN_PAGE))
                        .isPresent();
        fields.put("presenter", ownPage ? DesignForm.OWN_PAGE : DesignForm.NO_PRESENTER);
        if (ownPage) {
            file.remove(Layout.PRESENTATION, "task");
            Layout.ANY_PAGE.forEach(this::take);
        } else if (presenter.isPresent()) {
            Layout.PRESENTED.forEach(this::take);
            properties(presenter.get());
        }
        if (ownPage || presenter.isPresent()) {
            for (int i = 0; i < parameters.size(); i++) {
                Layout.practice(i + 1, parameters.get(i)).forEach(this::take);
            }
        }
    }

    private void properties(Presenter presenter) {
        for (ConfigOption<?> property : presenter.properties().options()) {
            for (String key : List.of(property.key(), "reference_" + property.key())) {
                take(Place.line("property_" + presenter.name() + "_" + key, presenter.name(), key));
            }
        }
    }
}
