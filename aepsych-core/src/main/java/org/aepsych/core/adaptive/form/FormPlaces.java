package org.aepsych.core.adaptive.form;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.core.config.FileDraft;

/** The options that the fields of a form stand for, given what is chosen in it. */
final class FormPlaces {
    private final DesignForm form;

    FormPlaces(DesignForm form) {
        this.form = form;
    }

    /** Returns the options of the experiment, in the order in which a file has them. */
    List<Place> options() {
        List<Place> places = new ArrayList<>(Layout.FIXED);
        if (form.goal() == Goal.THRESHOLD || form.goal() == Goal.OWN) {
            places.add(Layout.TARGET);
        }
        form.rows(DesignForm.PARAMETER)
                .forEach(row -> places.addAll(Layout.parameter(row, form.cell(DesignForm.PARAMETER, row, "name"))));
        if (form.goal() == Goal.OWN) {
            form.rows(DesignForm.STEP)
                    .forEach(row -> places.addAll(Layout.step(row, form.cell(DesignForm.STEP, row, "name"))));
        }
        if (!form.presenter().equals(DesignForm.NO_PRESENTER)) {
            places.addAll(form.presenter().equals(DesignForm.OWN_PAGE) ? Layout.ANY_PAGE : Layout.PRESENTED);
            form.rows(DesignForm.PARAMETER)
                    .forEach(row -> places.addAll(Layout.practice(row, form.cell(DesignForm.PARAMETER, row, "name"))));
        }
        return places;
    }

    /** Returns the options of the presenter for which something was entered. */
    List<Place> properties() {
        String prefix = DesignForm.PROPERTY + form.presenter() + "_";
        return form.fields().keySet().stream()
                .filter(field -> field.startsWith(prefix) && FileDraft.canBeKey(field))
                .map(field -> Place.line(field, form.presenter(), field.substring(prefix.length())))
                .toList();
    }
}
