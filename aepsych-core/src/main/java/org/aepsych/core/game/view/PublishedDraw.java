package org.aepsych.core.game.view;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.lottery.Commitment;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.lottery.LotteryDraw;
import org.aepsych.core.game.lottery.Share;
import org.aepsych.core.game.lottery.Tally;
import org.aepsych.core.game.lottery.Winner;

/**
 * What everybody may know of a lottery, and what is needed to draw it again. It names nobody.
 *
 * @param experiment which
 * @param method where the seed comes from
 * @param commitment hash of the secret that the draw was bound to at the start; empty if it was not
 * @param secret what was hashed; empty before the draw
 * @param words what participants added; empty before the draw
 * @param seed what was drawn with; empty before the draw, and if nobody knows
 * @param wanted how many winners were asked for; 0 before the draw
 * @param total all tickets; 0 before the last round is over
 * @param shares who has which tickets; none before the last round is over
 * @param winners in the order of drawing; none before the draw
 */
public record PublishedDraw(
        ExperimentId experiment,
        DrawMethod method,
        Optional<String> commitment,
        Optional<String> secret,
        SortedMap<ParticipantId, String> words,
        Optional<Long> seed,
        int wanted,
        long total,
        List<Share> shares,
        List<Winner> winners) {
    /** Copies the collections. */
    public PublishedDraw {
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
        shares = List.copyOf(shares);
        winners = List.copyOf(winners);
    }

    /**
     * Draws again and compares.
     *
     * @return what is wrong, in a sentence; empty if everything is right
     */
    public Optional<String> problem() {
        if (method == DrawMethod.ELSEWHERE) {
            return Optional.of("another program drew and did not keep the seed, so the draw cannot be repeated");
        }
        if (seed.isEmpty()) {
            return Optional.of("the lottery has not been drawn yet");
        }
        return boundProblem().or(this::sharesProblem).or(this::winnersProblem);
    }

    private Optional<String> boundProblem() {
        if (method != DrawMethod.COMMITTED) {
            return Optional.empty();
        }
        Optional<Commitment> revealed = secret.map(text -> new Commitment(text, words));
        if (revealed.isEmpty() || !revealed.map(Commitment::hash).equals(commitment)) {
            return Optional.of("the secret does not have the hash that was published at the start");
        }
        return revealed.map(Commitment::seed).equals(seed)
                ? Optional.empty()
                : Optional.of("the seed does not follow from the secret and the participants' words");
    }

    private Optional<String> sharesProblem() {
        long next = 0;
        for (Share share : shares) {
            if (share.score().firstTicket() != next || share.score().tickets() < 0) {
                return Optional.of("the tickets of participant " + share.participant() + " begin at "
                        + share.score().firstTicket() + " instead of " + next);
            }
            next += share.score().tickets();
        }
        return next == total
                ? Optional.empty()
                : Optional.of("there are " + next + " tickets, but the total is said to be " + total);
    }

    private Optional<String> winnersProblem() {
        List<Winner> again = new LotteryDraw(new Tally(shares, total)).draw(wanted, seed.orElseThrow());
        return again.equals(winners)
                ? Optional.empty()
                : Optional.of("drawn again, the winners are " + again + " instead of " + winners);
    }
}
