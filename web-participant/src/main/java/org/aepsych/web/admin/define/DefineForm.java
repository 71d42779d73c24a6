package org.aepsych.web.admin.define;

import io.javalin.http.Context;
import org.aepsych.web.view.Inputs;

/**
 * The fields of a game experiment's definition, as they were entered.
 *
 * @param name what it is called
 * @param description more about it, for experimenters
 * @param id public name, part of addresses; empty for one that is made from the name
 * @param games one after the other: a line with the name, then a line for each row, with cells such as {@code 3,0}
 * @param rounds number of rounds
 * @param minutes longest duration of a round
 * @param percent share of players that ends a round early
 * @param grace minutes that a round lasts at least
 * @param playRounds rounds that each participant may play, empty for all
 * @param playerMax most participants for each role, 0 for no limit
 * @param lottery the prize, empty if there is no lottery
 * @param winners winning tickets
 * @param draw where the chance of the draw comes from, empty for a seed that is entered
 * @param instructions for participants
 * @param selfRegistration whether participants may register themselves
 * @param keptAfterStart whether they still may once it was started
 * @param history whether averages are shown
 * @param shuffled whether everybody sees games and actions in an order of their own
 * @param before what participants see and do before they play
 * @param other further options and sections, as files have them
 */
public record DefineForm(
        String name,
        String description,
        String id,
        String games,
        String rounds,
        String minutes,
        String percent,
        String grace,
        String playRounds,
        String playerMax,
        String lottery,
        String winners,
        String draw,
        String instructions,
        boolean selfRegistration,
        boolean keptAfterStart,
        boolean history,
        boolean shuffled,
        BeforeForm before,
        String other) {

    private static final String EXAMPLE = """
            Prisoner's dilemma
            3,3  0,5
            5,0  1,1

            Matching pennies
            1,0  0,1
            0,1  1,0
            """;

    static DefineForm suggestion(String contact) {
        return suggestion(contact, EXAMPLE);
    }

    static DefineForm suggestion(String contact, String games) {
        return new DefineForm(
                "",
                "",
                "",
                games,
                "10",
                "5",
                "100",
                "0",
                "",
                "0",
                "",
                "1",
                "",
                "",
                true,
                true,
                true,
                true,
                BeforeForm.suggestion(contact),
                "");
    }

    static DefineForm read(Context context) {
        return new DefineForm(
                line(context, "name"),
                line(context, "description"),
                line(context, "id"),
                Inputs.text(context, "games"),
                line(context, "rounds"),
                line(context, "minutes"),
                line(context, "percent"),
                line(context, "grace"),
                line(context, "play_rounds"),
                line(context, "player_max"),
                line(context, "lottery"),
                line(context, "winners"),
                line(context, "lottery_draw"),
                Inputs.text(context, "instructions"),
                ticked(context, "self_registration"),
                ticked(context, "kept_after_start"),
                ticked(context, "history"),
                ticked(context, "shuffled"),
                BeforeForm.read(context),
                Inputs.text(context, "other"));
    }

    private static String line(Context context, String field) {
        return Inputs.text(context, field).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static boolean ticked(Context context, String field) {
        return Inputs.text(context, field).equals("yes");
    }
}
