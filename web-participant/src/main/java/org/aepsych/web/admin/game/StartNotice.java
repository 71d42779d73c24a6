package org.aepsych.web.admin.game;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.view.GameAdminView;

/**
 * What the start of a game experiment sets going, said before it happens.
 *
 * @param consequence what happens at once, in sentences
 * @param begins when the first round begins; empty if it begins with the start
 * @param warnings what speaks against a start now; none if nothing is missing
 */
public record StartNotice(String consequence, Optional<Instant> begins, List<String> warnings) {
    /** Copies the list. */
    public StartNotice {
        warnings = List.copyOf(warnings);
    }

    /**
     * Looks at an experiment that has not been started.
     *
     * @param view the experiment
     * @param here how many of its participants have been heard of just now
     * @return what a start would do
     */
    static StartNotice of(GameAdminView view, long here) {
        GameDefinition definition = view.definition();
        int registered = view.participants().size();
        int ready = ready(view);
        int places = places(definition, registered);
        Optional<Instant> begins =
                definition.schedule().start().filter(view.summary().clock().now()::isBefore);
        return new StartNotice(
                consequence(definition, Math.min(ready, places), begins.isPresent()),
                begins,
                begins.isPresent() && open(definition)
                        ? List.of()
                        : warnings(definition, registered, ready, places, here));
    }

    private static int ready(GameAdminView view) {
        int questions = view.definition().questionnaire().size();
        return (int) view.participants().stream()
                .filter(participant -> participant.answered() >= questions)
                .count();
    }

    private static int places(GameDefinition definition, int registered) {
        int most = definition.admission().playerMax();
        return most == 0 ? registered : (int) Math.min(registered, (long) most * definition.roles());
    }

    /** Whoever comes before a first round that is yet to begin plays in it, like those who are there at the start. */
    private static boolean open(GameDefinition definition) {
        return definition.admission().selfRegistration()
                && definition.admission().keptAfterStart();
    }

    private static String consequence(GameDefinition definition, int letIn, boolean later) {
        String said = letIn == 0
                ? "Nobody gets a side yet."
                : people(letIn) + (letIn == 1 ? " gets a side" : " get their sides")
                        + ", and their pages move on by themselves.";
        said += !open(definition)
                ? " Nobody can register any more."
                : later ? " Others can still register." : " Others can still register and come in with a later round.";
        boolean bound =
                !definition.prize().lottery().isEmpty() && definition.prize().draw() == DrawMethod.COMMITTED;
        return said + (bound ? " The draw of the lottery is bound to a secret." : "");
    }

    private static List<String> warnings(GameDefinition definition, int registered, int ready, int places, long here) {
        List<String> warnings = new ArrayList<>();
        int roles = definition.roles();
        if (Math.min(ready, places) < roles) {
            warnings.add("The games need at least " + people(roles) + ", one on each side. Until then rounds pass by "
                    + "time alone, and nobody earns anything.");
        }
        if (ready < registered) {
            warnings.add((registered - ready) + " of " + people(registered)
                    + (registered - ready == 1 ? " has" : " have")
                    + " not answered everything that is asked before the games, and can come in with a later round "
                    + "only.");
        }
        if (places < ready) {
            warnings.add("There are places for " + places + ": " + people(ready - places)
                    + (ready - places == 1 ? " waits" : " wait") + " in the lobby.");
        }
        if (here < registered) {
            warnings.add((registered - here) + " of " + people(registered)
                    + (registered - here == 1 ? " is" : " are")
                    + " not here now. Rounds may have to wait for them, up to "
                    + definition.schedule().minutes() + " min each.");
        }
        return warnings;
    }

    private static String people(int count) {
        return count == 1 ? "1 participant" : count + " participants";
    }
}
