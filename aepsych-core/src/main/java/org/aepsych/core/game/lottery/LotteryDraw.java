package org.aepsych.core.game.lottery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;

/**
 * Draws tickets until enough different participants have won. The same tally, number and seed give the same winners on
 * every machine, so anybody can check a published draw.
 */
public final class LotteryDraw {
    /** Far more than a fair draw needs; keeps a draw among very unequal shares from going on for minutes. */
    private static final int MOST_TICKETS_DRAWN = 10_000_000;

    private final Tally tally;
    private final NavigableMap<Long, Share> byFirstTicket = new TreeMap<>();

    /**
     * Prepares a draw.
     *
     * @param tally the tickets
     */
    public LotteryDraw(Tally tally) {
        this.tally = tally;
        for (Share share : tally.shares()) {
            if (share.score().tickets() > 0) {
                byFirstTicket.put(share.score().firstTicket(), share);
            }
        }
    }

    /**
     * Returns how many participants can win.
     *
     * @return those with at least one ticket
     */
    public int candidates() {
        return byFirstTicket.size();
    }

    /**
     * Draws.
     *
     * @param wanted how many winners, from 0
     * @param seed for {@link GlibcRandom}
     * @return in the order of drawing
     * @throws AepsychException {@code INPUT_INVALID} if more winners are wanted than participants have tickets;
     *     {@code STATE_CONFLICT} if there are no tickets, or so many that the generator cannot reach them all, or if
     *     the shares are so unequal that no other winner is found
     */
    public List<Winner> draw(int wanted, long seed) {
        check(wanted);
        GlibcRandom random = new GlibcRandom(seed);
        Set<ParticipantId> won = new HashSet<>();
        List<Winner> winners = new ArrayList<>(wanted);
        for (int drawn = 0; winners.size() < wanted; drawn++) {
            if (drawn == MOST_TICKETS_DRAWN) {
                throw new AepsychException(
                        StandardError.STATE_CONFLICT,
                        "after " + drawn + " tickets only " + winners.size() + " of " + wanted
                                + " winners are found, because the others have so few tickets; draw fewer winners");
            }
            long ticket = random.next() % tally.total();
            Share share = byFirstTicket.floorEntry(ticket).getValue();
            if (won.add(share.participant())) {
                winners.add(new Winner(share.participant(), winners.size(), ticket));
            }
        }
        return List.copyOf(winners);
    }

    private void check(int wanted) {
        if (tally.total() <= 0) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT, "nobody has a ticket, so there is nothing to draw");
        }
        if (tally.total() > GlibcRandom.RANGE) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT,
                    "there are " + tally.total() + " tickets; a draw reaches the first " + GlibcRandom.RANGE
                            + " only; use smaller payoffs");
        }
        if (wanted < 0 || wanted > candidates()) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "winners: " + wanted + " were asked for, but " + candidates()
                            + " participants have tickets; allowed are 0 to " + candidates());
        }
    }
}
