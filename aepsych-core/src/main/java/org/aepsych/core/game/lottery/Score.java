package org.aepsych.core.game.lottery;

/**
 * A participant's share in the lottery.
 *
 * @param firstTicket number of the first ticket, from 0
 * @param tickets how many, from 0
 */
public record Score(long firstTicket, long tickets) {
    /**
     * Tells whether a ticket is one of these.
     *
     * @param ticket its number
     * @return true if it is
     */
    public boolean holds(long ticket) {
        return ticket >= firstTicket && ticket < firstTicket + tickets;
    }
}
