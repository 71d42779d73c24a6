package org.aepsych.web.admin.game;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.web.security.Reach;

/** What should be in order before a game experiment starts. None of it is enforced: the experimenter decides. */
final class StartChecks {
    private final GameAdminView view;
    private final long here;
    private final Reach reach;
    private final List<MonitorPage.Check> checks = new ArrayList<>();

    StartChecks(GameAdminView view, long here, Reach reach) {
        this.view = view;
        this.here = here;
        this.reach = reach;
    }

    List<MonitorPage.Check> list() {
        GameDefinition definition = view.definition();
        int registered = view.participants().size();
        int roles = definition.games().get(0).roles();
        add(
                registered >= roles,
                registered == 1 ? "1 participant has registered" : registered + " participants have registered",
                "At least " + roles + " are needed, one for each side.");
        add(
                registered == 0 || here == registered,
                here + " of " + registered + " are here now",
                "The others have not been seen in the last minute; they can come back at any time.");
        add(
                registered == 0 || registered % roles == 0,
                registered % roles == 0 ? "All sides will be equally large" : "One side will be larger than the other",
                "This does no harm: everybody plays against the other side's average.");
        add(
                definition.admission().selfRegistration(),
                definition.admission().selfRegistration()
                        ? "Participants may register themselves"
                        : "Participants cannot register themselves",
                "Only those whom you enter can take part.");
        add(
                reach == Reach.ANYWHERE,
                switch (reach) {
                    case COMPUTER -> "Participants can come in on this computer only";
                    case NETWORK -> "Participants can come in from your own network only";
                    case ANYWHERE -> "The address can be opened from everywhere";
                },
                "Manage says what to set, so that others can come in and links begin with the right address.");
        add(
                !definition.display().instructions().isBlank(),
                definition.display().instructions().isBlank()
                        ? "There are no instructions of your own"
                        : "There are instructions",
                "Participants see the built-in ones.");
        boolean lottery = !definition.prize().lottery().isEmpty();
        add(lottery, lottery ? "There is a lottery" : "There is no lottery", "Points are only points.");
        return List.copyOf(checks);
    }

    private void add(boolean good, String label, String advice) {
        checks.add(new MonitorPage.Check(good, label, good ? "" : advice));
    }
}
