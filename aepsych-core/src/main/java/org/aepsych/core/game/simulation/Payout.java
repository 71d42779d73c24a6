package org.aepsych.core.game.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What participants are paid in money.
 *
 * @param fee for taking part in at least one round
 * @param perTicket for each ticket
 */
public record Payout(BigDecimal fee, BigDecimal perTicket) {
    private static final int CENTS = 2;

    /** Nothing. */
    public static final Payout NONE = new Payout(BigDecimal.ZERO, BigDecimal.ZERO);

    /**
     * Tells whether anything is paid.
     *
     * @return false if both amounts are 0
     */
    public boolean any() {
        return fee.signum() != 0 || perTicket.signum() != 0;
    }

    /**
     * Returns what a participant is paid.
     *
     * @param outcome how it went for them
     * @return in cents, halves rounded up; nothing for those who completed no round
     */
    public BigDecimal of(SimulatedRun.Outcome outcome) {
        BigDecimal earned = perTicket.multiply(BigDecimal.valueOf(outcome.tickets()));
        return (outcome.rounds() > 0 ? fee.add(earned) : BigDecimal.ZERO).setScale(CENTS, RoundingMode.HALF_UP);
    }

    /**
     * Returns what a run costs.
     *
     * @param run how it went
     * @return sum of what all participants are paid
     */
    public BigDecimal of(SimulatedRun run) {
        return run.participants().stream().map(this::of).reduce(BigDecimal.ZERO.setScale(CENTS), BigDecimal::add);
    }
}
