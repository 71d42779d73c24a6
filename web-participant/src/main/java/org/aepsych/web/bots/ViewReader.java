package org.aepsych.web.bots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.player.PlayerSituation;
import org.aepsych.api.player.PlayerSituation.PastRound;
import tools.jackson.databind.JsonNode;

/** Makes situations of what the JSON interface shows, which is seen from the participant's own side. */
final class ViewReader {
    private static final Set<String> AT_THE_END = Set.of("over", "finished", "released", "excluded");

    private final JsonNode me;

    private ViewReader(JsonNode me) {
        this.me = me;
    }

    static View read(JsonNode me) {
        return new ViewReader(me).view();
    }

    private View view() {
        String situation = me.required("situation").stringValue();
        List<PlayerSituation> open = new ArrayList<>();
        if (situation.equals("play")) {
            for (JsonNode game : me.required("games")) {
                if (!given(game, "played")) {
                    open.add(situation(game));
                }
            }
        }
        return new View(
                AT_THE_END.contains(situation), me.required("participant").longValue(), round(), open);
    }

    private int round() {
        return me.required("clock").required("round").intValue();
    }

    private PlayerSituation situation(JsonNode shown) {
        Role role = me.required("role").stringValue().equals(Role.ROW.toString()) ? Role.ROW : Role.COLUMN;
        Game game = game(shown, role);
        List<PastRound> past = new ArrayList<>();
        for (JsonNode round : me.required("history")) {
            for (JsonNode played : round.required("games")) {
                if (played.required("game").intValue() == game.id()) {
                    past.add(past(round.required("round").intValue(), played, role));
                }
            }
        }
        return new PlayerSituation(
                game, role, round(), past, Rational.ofText(me.required("payoff").stringValue()));
    }

    private static Game game(JsonNode shown, Role role) {
        JsonNode cells = shown.required("payoffs");
        int own = cells.size();
        int other = cells.required(0).size();
        int rows = role.isRow() ? own : other;
        int columns = role.isRow() ? other : own;
        List<Rational> payoffs = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                JsonNode pair = role.isRow()
                        ? cells.required(row).required(column)
                        : cells.required(column).required(row);
                payoffs.add(number(pair.required(role.isRow() ? 0 : 1)));
                payoffs.add(number(pair.required(role.isRow() ? 1 : 0)));
            }
        }
        int id = shown.required("game").intValue();
        return new Game(id, "game " + id, rows, columns, payoffs);
    }

    private static PastRound past(int round, JsonNode played, Role role) {
        Optional<Mixture> own = given(played, "played")
                ? Optional.of(new Mixture(numbers(played.required("played"))))
                : Optional.empty();
        boolean averaged =
                given(played, "skipped") && !played.required("skipped").booleanValue();
        if (!averaged) {
            return new PastRound(round, own, Optional.empty());
        }
        List<Rational> mine = numbers(played.required("ownAverage"));
        List<Rational> theirs = numbers(played.required("otherAverage"));
        return new PastRound(round, own, Optional.of(role.isRow() ? List.of(mine, theirs) : List.of(theirs, mine)));
    }

    private static boolean given(JsonNode node, String name) {
        return !node.path(name).isMissingNode() && !node.path(name).isNull();
    }

    private static List<Rational> numbers(JsonNode array) {
        List<Rational> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number(number)));
        return numbers;
    }

    private static Rational number(JsonNode text) {
        return Rational.ofText(text.stringValue());
    }
}
