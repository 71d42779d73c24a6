package org.aepsych.web.admin.design;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.aepsych.core.adaptive.form.DesignForm;
import org.aepsych.web.admin.gate.FormProblem;
import org.aepsych.web.view.Frame;

/**
 * Where an adaptive experiment is defined.
 *
 * @param frame around it
 * @param action where the forms are sent
 * @param token form token
 * @param form the fields
 * @param text the experiment as a file has it
 * @param problems everything that is wrong with what was sent
 * @param examples experiments to begin with
 * @param choices what can be chosen
 */
public record DesignPage(
        Frame frame,
        String action,
        String token,
        DesignForm form,
        String text,
        List<FormProblem> problems,
        List<Example> examples,
        DesignChoices choices) {
    /** Copies the lists. */
    public DesignPage {
        problems = List.copyOf(problems);
        examples = List.copyOf(examples);
    }

    /**
     * An experiment to begin with.
     *
     * @param title what it is about
     * @param address where the form begins with it
     */
    public record Example(String title, String address) {}

    /**
     * Returns the rows that are shown.
     *
     * @param kind {@code parameter}, {@code outcome} or {@code step}
     * @return those of the form, or an empty one
     */
    public SortedSet<Integer> rows(String kind) {
        SortedSet<Integer> rows = form.rows(kind);
        return rows.isEmpty() ? new TreeSet<>(List.of(1)) : rows;
    }
}
