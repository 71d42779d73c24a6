package org.aepsych.core.game.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.number.RationalSum;

/**
 * Why somebody earned what they earned in a game of a finished round. Actions are in the experiment's order.
 *
 * @param game id of the game
 * @param reason against whom, or why not
 * @param own weights of the participant's own actions; none if the game was not played
 * @param others weights of the actions of each role that was met, by role; the participant's own role has none; no lists
 *     at all if there is nothing to unfold
 * @param terms what each combination of actions adds that was played at all, in the order of the game's cells; none if
 *     there is nothing to unfold
 * @param amount what was earned; empty if the game was not paid
 */
public record PayoffExplanation(
        int game,
        Reason reason,
        List<Rational> own,
        List<List<Rational>> others,
        List<Term> terms,
        Optional<Rational> amount) {
    /** Copies the lists. */
    public PayoffExplanation {
        own = List.copyOf(own);
        others = others.stream().map(List::copyOf).toList();
        terms = List.copyOf(terms);
    }

    /** Where an amount comes from. */
    public enum Reason {
        /** Paid against the average of everybody in each other role. */
        POPULATION,
        /** Paid against the participant's own pair or group. */
        GROUP,
        /** Paid against the participant's own pair or group, in which somebody was replaced by the whole role's average. */
        STAND_IN,
        /** There was nobody to be paid against: the amount is 0. */
        NOBODY,
        /** Not paid, since the participant had not played all games of the round. */
        INCOMPLETE,
        /** The experimenter does not show what others played. */
        HIDDEN,
        /** The experiment's payoff rule does not say how it arrives at the amount. */
        UNSAID
    }

    /**
     * What a combination of actions adds: the product of the other three.
     *
     * @param profile 0-based action of each role, by role
     * @param own weight of the participant's own action
     * @param others how likely the other roles choose theirs: the product of their weights
     * @param payoff what the cell pays to the participant
     * @param adds the product
     */
    public record Term(List<Integer> profile, Rational own, Rational others, Rational payoff, Rational adds) {
        /** Copies the list. */
        public Term {
            profile = List.copyOf(profile);
        }

        /**
         * Multiplies.
         *
         * @param profile 0-based action of each role, by role
         * @param own weight of the participant's own action
         * @param others how likely the other roles choose theirs
         * @param payoff what the cell pays
         * @return the term
         */
        static Term of(List<Integer> profile, Rational own, Rational others, Rational payoff) {
            return new Term(profile, own, others, payoff, own.times(others).times(payoff));
        }
    }

    /**
     * Multiplies out.
     *
     * @param game what was played
     * @param role by whom
     * @param own weights of their own actions
     * @param mixtures weights of the others' actions, by role; those of {@code role} are not looked at
     * @return a term for each combination of actions whose weight is not 0, in the order of the game's cells
     */
    public static List<Term> terms(Game game, Role role, List<Rational> own, List<List<Rational>> mixtures) {
        List<Term> terms = new ArrayList<>();
        int[] profile = new int[game.roles()];
        int cells = game.actions().stream().reduce(1, Math::multiplyExact);
        for (int cell = 0; cell < cells; cell++) {
            Rational others = Rational.ONE;
            for (int other = 0; other < profile.length; other++) {
                if (other != role.number()) {
                    others = others.times(mixtures.get(other).get(profile[other]));
                }
            }
            Rational mine = own.get(profile[role.number()]);
            if (others.signum() != 0 && mine.signum() != 0) {
                terms.add(Term.of(Arrays.stream(profile).boxed().toList(), mine, others, game.payoff(role, profile)));
            }
            next(profile, game.actions());
        }
        return terms;
    }

    private static void next(int[] profile, List<Integer> actions) {
        int place = profile.length - 1;
        while (place >= 0 && ++profile[place] == actions.get(place)) {
            profile[place--] = 0;
        }
    }

    /**
     * Adds up.
     *
     * @param terms some terms
     * @return their sum, exact
     */
    public static Rational sum(List<Term> terms) {
        RationalSum sum = new RationalSum();
        terms.forEach(term -> sum.add(term.adds()));
        return sum.value();
    }

    /**
     * Computes everything again from the weights and the cells.
     *
     * @param role the participant's
     * @return what is wrong, in a sentence; empty if everything is right
     */
    public Optional<String> problem(Role role) {
        for (Term term : terms) {
            Rational met = Rational.ONE;
            for (int other = 0; other < term.profile().size(); other++) {
                met = other == role.number()
                        ? met
                        : met.times(others.get(other).get(term.profile().get(other)));
            }
            Rational mine = own.get(term.profile().get(role.number()));
            if (!term.equals(Term.of(term.profile(), mine, met, term.payoff()))) {
                return Optional.of("game " + game + ", cell " + term.profile() + ": " + mine + " × " + met + " × "
                        + term.payoff() + " is said to be " + term.adds());
            }
        }
        boolean unfolded = !terms.isEmpty() || reason == Reason.NOBODY;
        Rational sum = sum(terms);
        return unfolded && !amount.equals(Optional.of(sum))
                ? Optional.of("game " + game + ": the cells add up to " + sum + ", but "
                        + amount.map(paid -> paid + " was paid").orElse("nothing was paid"))
                : Optional.empty();
    }
}
