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
        Role role = Role.named(me.required("role").stringValue());
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
        List<Integer> actions = new ArrayList<>();
        shown.required("otherActions").forEach(count -> actions.add(count.intValue()));
        actions.add(role.number(), cells.size());
        int all = actions.stream().reduce(1, Math::multiplyExact);
        List<Rational> payoffs = new ArrayList<>();
        for (int cell = 0; cell < all; cell++) {
            int rest = cell;
            int others = 0;
            int scale = 1;
            int own = 0;
            for (int number = actions.size() - 1; number >= 0; number--) {
                int action = rest % actions.get(number);
                rest /= actions.get(number);
                if (number == role.number()) {
                    own = action;
                } else {
                    others += scale * action;
                    scale *= actions.get(number);
                }
            }
            List<Rational> paid = numbers(cells.required(own).required(others));
            paid.add(role.number(), paid.remove(0));
            payoffs.addAll(paid);
        }
        int id = shown.required("game").intValue();
        return new Game(id, "game " + id, actions, payoffs);
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
        List<List<Rational>> averages = new ArrayList<>();
        played.required("otherAverages").forEach(other -> averages.add(numbers(other)));
        averages.add(role.number(), numbers(played.required("ownAverage")));
        return new PastRound(round, own, Optional.of(averages));
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
