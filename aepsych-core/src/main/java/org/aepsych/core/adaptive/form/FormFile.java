package org.aepsych.core.adaptive.form;

import java.util.List;
import java.util.SortedSet;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.FileDraft;

/** Writes the file that says the same as a form. */
final class FormFile {
    private final DesignForm form;
    private final FormPlaces places;

    FormFile(DesignForm form) {
        this.form = form;
        this.places = new FormPlaces(form);
    }

    String text() {
        FileDraft file = new FileDraft();
        for (Layout.Names names : Layout.NAMES) {
            List<String> listed = listed(names.row(), names.field(), names.fallback());
            if (!listed.isEmpty()) {
                file.put(ExperimentFile.COMMON, names.option(), "[" + String.join(", ", listed) + "]");
            }
        }
        if (form.goal() == Goal.OWN) {
            List<String> steps = listed(DesignForm.STEP, "name", "");
            if (!steps.isEmpty()) {
                file.put(ExperimentFile.COMMON, "strategy_names", "[" + String.join(", ", steps) + "]");
            }
        }
        form.goal().said(form.situation()).stream()
                .filter(said -> said.section().equals(ExperimentFile.COMMON))
                .forEach(said -> file.put(said.section(), said.option(), said.value()));
        List<Place> options = places.options();
        options.stream()
                .filter(place -> !Layout.isPresentation(place))
                .forEach(place -> place.write(form.get(place.field()), file));
        form.goal().said(form.situation()).stream()
                .filter(said -> !said.section().equals(ExperimentFile.COMMON)
                        && !said.value().isEmpty())
                .forEach(said -> file.put(said.section(), said.option(), said.value()));
        if (form.presenter().equals(DesignForm.OWN_PAGE)) {
            file.put(Layout.PRESENTATION, "task", DesignForm.OWN_PAGE);
        }
        options.stream().filter(Layout::isPresentation).forEach(place -> place.write(form.get(place.field()), file));
        places.properties().forEach(place -> place.write(form.get(place.field()), file));
        file.append(form.get(DesignForm.OTHER));
        return file.text();
    }

    /** Returns what stands in one column of the rows; nothing if no row has anything there. */
    private List<String> listed(String row, String field, String fallback) {
        SortedSet<Integer> rows = form.rows(row);
        boolean any =
                rows.stream().anyMatch(number -> !form.cell(row, number, field).isEmpty());
        return any
                ? rows.stream()
                        .map(number -> {
                            String entered = form.cell(row, number, field);
                            return entered.isEmpty() && !fallback.isEmpty() ? fallback + number : entered;
                        })
                        .filter(FileDraft::canName)
                        .toList()
                : List.of();
    }
}
