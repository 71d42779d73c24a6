package org.aepsych.web.participant.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.ParticipantView.OwnGame;
import org.aepsych.core.game.view.RoundClock;
import org.aepsych.web.language.Texts;
import org.aepsych.web.view.Amounts;
import org.aepsych.web.view.Countdown;

/**
 * Where a participant stands, in words.
 *
 * @param view what the participant may see
 * @param texts in the participant's language
 */
public record Standing(ParticipantView view, Texts texts) {

    /** Games of the round that are still to be played, in the order in which they are shown. */
    List<OwnGame> open() {
        return inOrder().stream().filter(game -> game.played().isEmpty()).toList();
    }

    /**
     * Returns the games in the order in which they are shown.
     *
     * @return all games of a round
     */
    public List<OwnGame> inOrder() {
        return view.gameOrder().stream()
                .flatMap(id -> view.games().stream().filter(game -> game.id() == id))
                .toList();
    }

    boolean over() {
        return view.phase() == GamePhase.OVER || view.phase() == GamePhase.DRAWN;
    }

    /**
     * Returns how a round is called.
     *
     * @param round counted from 0
     * @return such as {@code 3}
     */
    public String round(int round) {
        boolean relative = view.display().relativeRounds();
        return Integer.toString(relative ? round - view.joined().orElse(0) + 1 : round + 1);
    }

    /** Such as {@code Round 3 of 10}; before and after the rounds, the name of that time. */
    String roundOfAll() {
        RoundClock clock = view.clock();
        if (clock.round() < 0) {
            return texts.of("play.before");
        }
        if (!clock.running()) {
            return texts.of("play.after");
        }
        int joined = view.joined().orElse(0);
        boolean relative = view.display().relativeRounds() && clock.round() >= joined;
        int all = relative ? (int) Math.min(view.playRounds(), (long) clock.rounds() - joined) : clock.rounds();
        return texts.of("play.round", relative ? round(clock.round()) : Integer.toString(clock.round() + 1), all);
    }

    Optional<Countdown> countdown(String label) {
        Instant now = view.clock().now();
        return view.clock().deadline().map(deadline -> new Countdown(label, deadline, now, texts));
    }

    List<Figure> figures() {
        if (view.history().isEmpty()) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>();
        ParticipantView.RoundHistory last = view.history().get(view.history().size() - 1);
        figures.add(new Figure(texts.of("figure.last"), Amounts.points(last.payoff())));
        figures.add(new Figure(texts.of("figure.total"), Amounts.points(view.payoff())));
        if (!view.lottery().isEmpty()) {
            figures.add(new Figure(texts.of("figure.tickets.sofar"), Long.toString(view.tickets())));
        }
        return List.copyOf(figures);
    }

    /** Changes whenever the participant has something else to do; a page keeps what was entered while it does not. */
    String situation(String shown) {
        String moving = view.clock().paused().isPresent() ? "-paused-" : "-";
        return view.phase() + "-" + view.clock().round() + moving + shown;
    }
}
