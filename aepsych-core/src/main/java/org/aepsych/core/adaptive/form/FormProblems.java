package org.aepsych.core.adaptive.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.config.Problem;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.FileDraft;

/** Which field of a form something is wrong with. */
final class FormProblems {
    private final DesignForm form;

    FormProblems(DesignForm form) {
        this.form = form;
    }

    /** Finds what is wrong before there is a file to read. */
    List<DesignForm.Wrong> wrong() {
        List<DesignForm.Wrong> wrong = new ArrayList<>();
        List<String> named = form.goal() == Goal.OWN
                ? List.of(DesignForm.PARAMETER, DesignForm.STEP)
                : List.of(DesignForm.PARAMETER);
        for (String kind : named) {
            for (int row : form.rows(kind)) {
                String field = kind + row + "_name";
                String name = form.get(field);
                if (!FileDraft.canName(name)) {
                    wrong.add(new DesignForm.Wrong(
                            field,
                            Problem.ofFile(
                                    name.isEmpty()
                                            ? "The " + kind + " needs a name."
                                            : "A name is in one line, without commas, brackets, # ; and $.")));
                }
            }
        }
        return wrong;
    }

    /** Finds the field that says what is wrong with the file that the form writes. */
    String field(Problem problem) {
        String option = problem.option().orElse("");
        List<Place> places = new ArrayList<>(new FormPlaces(form).options());
        places.addAll(new FormPlaces(form).properties());
        Optional<String> exact = places.stream()
                .filter(place -> place.isOf(problem))
                .map(Place::field)
                .findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        if (problem.section().equals(ExperimentFile.COMMON)) {
            return common(option);
        }
        if (problem.section().equals(form.presenter())) {
            return option.isEmpty() ? DesignForm.PRESENTER : property(option);
        }
        if (problem.section().equals(Layout.PRESENTATION)) {
            return option.equals("task") || option.isEmpty() ? DesignForm.PRESENTER : DesignForm.OTHER;
        }
        if (form.goal() != Goal.OWN && Goal.isStep(problem.section())) {
            return option.equals("min_asks") ? "trials" : "goal";
        }
        return option.isEmpty() ? named(problem.section()) : DesignForm.OTHER;
    }

    /** A property that is missing has a field though nothing was entered there. */
    private String property(String option) {
        return form.get(DesignForm.OTHER).lines().anyMatch(line -> line.startsWith(option))
                ? DesignForm.OTHER
                : DesignForm.PROPERTY + form.presenter() + "_" + option;
    }

    private String common(String option) {
        return switch (option) {
            case "parnames" -> DesignForm.PARAMETER + "1_name";
            case "outcome_types" -> DesignForm.OUTCOME + "1_type";
            case "outcome_names" -> DesignForm.OUTCOME + "1_name";
            case "strategy_names" -> form.goal() == Goal.OWN ? DesignForm.STEP + "1_name" : "goal";
            default -> DesignForm.OTHER;
        };
    }

    private String named(String section) {
        for (String kind : List.of(DesignForm.PARAMETER, DesignForm.STEP)) {
            for (int row : form.rows(kind)) {
                if (form.cell(kind, row, "name").equals(section)) {
                    return kind + row + "_name";
                }
            }
        }
        return DesignForm.OTHER;
    }
}
