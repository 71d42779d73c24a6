package org.aepsych.web.participant.play;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.view.ParticipantView.OwnGame;
import org.aepsych.web.language.Texts;
import org.aepsych.web.view.ActionLabels;
import org.aepsych.web.view.Amounts;

/**
 * How a participant is shown the other roles of a game: one opponent without a name, several with numbers.
 *
 * @param game which game
 * @param texts in the participant's language
 */
public record Opponents(OwnGame game, Texts texts) {

    boolean several() {
        return game.otherOrders().size() > 1;
    }

    /**
     * Returns what an opponent is called.
     *
     * @param opponent counted from 0
     * @return a name with a number
     */
    public String name(int opponent) {
        return texts.of("play.other", opponent + 1);
    }

    /** Returns the lines above the matrix: the first opponent's actions stand above several columns each. */
    List<GamePage.Head> heads() {
        List<GamePage.Head> heads = new ArrayList<>();
        int repeats = 1;
        int columns = game.otherOrder().size();
        for (int opponent = 0; opponent < game.otherOrders().size(); opponent++) {
            int actions = game.otherOrders().get(opponent).size();
            columns /= actions;
            List<GamePage.Span> spans = new ArrayList<>();
            for (int i = 0; i < repeats * actions; i++) {
                spans.add(new GamePage.Span(ActionLabels.other(i % actions), columns));
            }
            heads.add(new GamePage.Head(several() ? name(opponent) : "", spans));
            repeats *= actions;
        }
        return heads;
    }

    /**
     * Returns what the opponents play on average.
     *
     * @param averages weights of each opponent's actions
     * @param shown how a weight is shown
     * @return one line, with names if there are several
     */
    public String shares(List<List<Rational>> averages, Function<Rational, String> shown) {
        List<String> texts = new ArrayList<>();
        for (int opponent = 0; opponent < averages.size(); opponent++) {
            String shares = Amounts.shares(
                    averages.get(opponent), game.otherOrders().get(opponent), ActionLabels::other, shown);
            texts.add(several() ? name(opponent) + ": " + shares : shares);
        }
        return String.join("; ", texts);
    }

    /**
     * Returns the label of one opponent's action.
     *
     * @param opponent counted from 0
     * @param action in the experiment's order
     * @return its letter, in the participant's order
     */
    public String label(int opponent, int action) {
        return ActionLabels.other(game.otherOrders().get(opponent).indexOf(action));
    }
}
