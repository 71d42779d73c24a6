package org.aepsych.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.view.PayoffExplanation;
import org.aepsych.core.game.view.PayoffExplanation.Reason;
import org.aepsych.core.game.view.RoundExplanation;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody earned what they earned in a round, with everything that is needed to compute it again. Exact numbers are
 * texts.
 *
 * @param experiment its id
 * @param participant who
 * @param role 0 for the row player, 1 for the column player, and so on
 * @param round from 0
 * @param payoff what the round paid
 * @param games each game's part of it
 */
public record PayoffsDocument(
        String experiment, long participant, int role, int round, String payoff, List<Game> games) {
    /** Copies the list. */
    public PayoffsDocument {
        games = List.copyOf(games);
    }

    /**
     * A game's part.
     *
     * @param game its id
     * @param reason against whom, or why not: such as {@code population}
     * @param own weights of the participant's own actions
     * @param others weights of the actions of each role that was met, by role; the participant's own is empty
     * @param terms what each combination of actions adds
     * @param amount their sum; null if the game was not paid
     */
    public record Game(
            int game,
            String reason,
            List<String> own,
            List<List<String>> others,
            List<Term> terms,
            @Nullable String amount) {
        /** Copies the lists. */
        public Game {
            own = List.copyOf(own);
            others = others.stream().map(List::copyOf).toList();
            terms = List.copyOf(terms);
        }
    }

    /**
     * What a combination of actions adds.
     *
     * @param profile the action of each role, from 0
     * @param own weight of the participant's own action
     * @param others how likely the others choose theirs
     * @param payoff what the cell pays
     * @param adds the product of the three
     */
    public record Term(List<Integer> profile, String own, String others, String payoff, String adds) {
        /** Copies the list. */
        public Term {
            profile = List.copyOf(profile);
        }
    }

    /**
     * Writes an explanation.
     *
     * @param round what was unfolded
     * @return the document
     */
    public static PayoffsDocument of(RoundExplanation round) {
        return new PayoffsDocument(
                round.experiment().value(),
                round.participant().value(),
                round.role().number(),
                round.round(),
                round.payoff().toString(),
                round.games().stream().map(PayoffsDocument::game).toList());
    }

    private static Game game(PayoffExplanation game) {
        return new Game(
                game.game(),
                game.reason().name().toLowerCase(Locale.ROOT),
                texts(game.own()),
                game.others().stream().map(PayoffsDocument::texts).toList(),
                game.terms().stream()
                        .map(term -> new Term(
                                term.profile(),
                                term.own().toString(),
                                term.others().toString(),
                                term.payoff().toString(),
                                term.adds().toString()))
                        .toList(),
                game.amount().map(Rational::toString).orElse(null));
    }

    private static List<String> texts(List<Rational> numbers) {
        return numbers.stream().map(Rational::toString).toList();
    }

    /**
     * Reads what was written.
     *
     * @return the explanation
     * @throws IllegalArgumentException if it is none
     */
    public RoundExplanation explanation() {
        return new RoundExplanation(
                new ExperimentId(experiment),
                new ParticipantId(participant),
                new Role(role),
                round,
                games.stream().map(PayoffsDocument::explanation).toList(),
                Rational.parse(payoff));
    }

    private static PayoffExplanation explanation(Game game) {
        return new PayoffExplanation(
                game.game(),
                Reason.valueOf(game.reason().toUpperCase(Locale.ROOT)),
                numbers(game.own()),
                game.others().stream().map(PayoffsDocument::numbers).toList(),
                game.terms().stream()
                        .map(term -> new PayoffExplanation.Term(
                                term.profile(),
                                Rational.parse(term.own()),
                                Rational.parse(term.others()),
                                Rational.parse(term.payoff()),
                                Rational.parse(term.adds())))
                        .toList(),
                Optional.ofNullable(game.amount()).map(Rational::parse));
    }

    private static List<Rational> numbers(List<String> texts) {
        return texts.stream().map(Rational::parse).toList();
    }
}
