package org.aepsych.web.admin.define;

import java.util.List;
import org.aepsych.web.admin.gate.FormProblem;
import org.aepsych.web.view.Frame;

/**
 * Where a game experiment is defined.
 *
 * @param frame around it
 * @param action where the forms are sent
 * @param check where they are checked
 * @param token form token
 * @param form the fields
 * @param text a definition as a file has it
 * @param byText whether the text is what is to be looked at
 * @param problems everything that is wrong with what was sent
 * @param classics games to begin with
 */
public record DefinePage(
        Frame frame,
        String action,
        String check,
        String token,
        DefineForm form,
        String text,
        boolean byText,
        List<FormProblem> problems,
        List<Classic> classics) {
    /** Copies the lists. */
    public DefinePage {
        problems = List.copyOf(problems);
        classics = List.copyOf(classics);
    }

    /**
     * A classic game.
     *
     * @param title what it is called
     * @param address where the form begins with it
     * @param text the same as the form has games
     */
    public record Classic(String title, String address, String text) {}
}
