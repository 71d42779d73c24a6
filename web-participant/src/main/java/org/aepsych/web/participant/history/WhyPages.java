package org.aepsych.web.participant.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.ParticipantView.OwnGame;
import org.aepsych.core.game.view.PayoffExplanation;
import org.aepsych.core.game.view.PayoffExplanation.Term;
import org.aepsych.core.game.view.RoundExplanation;
import org.aepsych.web.language.Texts;
import org.aepsych.web.participant.gate.ParticipantFrame;
import org.aepsych.web.participant.play.Opponents;
import org.aepsych.web.participant.play.Standing;
import org.aepsych.web.view.ActionLabels;
import org.aepsych.web.view.Amounts;
import org.aepsych.web.view.ExactNumber;

/** Unfolds a round's payoffs in a participant's own words and order of things. */
final class WhyPages {
    private final ParticipantView view;
    private final Standing standing;
    private final Texts texts;
    private final ParticipantFrame frames;

    WhyPages(ParticipantView view, ParticipantFrame frames) {
        this.view = view;
        this.frames = frames;
        this.texts = frames.texts();
        this.standing = new Standing(view, texts);
    }

    Why of(RoundExplanation round) {
        List<OwnGame> inOrder = standing.inOrder();
        List<Why.Game> games = new ArrayList<>();
        for (int place = 0; place < inOrder.size(); place++) {
            OwnGame game = inOrder.get(place);
            String name = inOrder.size() == 1 ? texts.of("why.one") : texts.of("play.game.link", place + 1);
            games.add(game(name, game, round.games().get(game.id() - 1)));
        }
        int last = view.history().size() - 1;
        return new Why(
                standing.round(round.round()),
                round.round() > 0 ? Optional.of(frames.whyAddress(round.round() - 1)) : Optional.empty(),
                round.round() < last ? Optional.of(frames.whyAddress(round.round() + 1)) : Optional.empty(),
                games);
    }

    private Why.Game game(String name, OwnGame game, PayoffExplanation explanation) {
        String title = explanation
                .amount()
                .map(amount -> texts.of("why.game", name, Amounts.points(amount)))
                .orElseGet(() -> texts.of("why.game.unpaid", name));
        Rational sum = PayoffExplanation.sum(explanation.terms());
        return new Why.Game(
                title,
                reason(explanation),
                explanation.terms().stream().map(term -> line(game, term)).toList(),
                ExactNumber.of(sum));
    }

    private String reason(PayoffExplanation game) {
        return switch (game.reason()) {
            case POPULATION -> texts.of("why.population");
            case GROUP -> texts.of("why.group");
            case STAND_IN -> texts.of("why.standin");
            case NOBODY -> texts.of("why.nobody");
            case INCOMPLETE -> texts.of("why.incomplete");
            case HIDDEN -> texts.of("why.hidden");
            case UNSAID -> texts.of("why.unsaid");
        };
    }

    private Why.Line line(OwnGame game, Term term) {
        int mine = view.role().orElseThrow().number();
        StringBuilder cell = new StringBuilder(
                ActionLabels.own(game.ownOrder().indexOf(term.profile().get(mine))));
        Opponents opponents = new Opponents(game, texts);
        for (int role = 0; role < term.profile().size(); role++) {
            if (role != mine) {
                int opponent = role < mine ? role : role - 1;
                cell.append('\u00a0')
                        .append(opponents.label(opponent, term.profile().get(role)));
            }
        }
        return new Why.Line(
                cell.toString(),
                ExactNumber.of(term.own()),
                ExactNumber.of(term.others()),
                ExactNumber.of(term.payoff()),
                ExactNumber.of(term.adds()));
    }
}
