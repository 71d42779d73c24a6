package org.aepsych.core.game.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.payoff.Settlement.GameAverage;

/**
 * What programs written for gamelab need beyond a participant's own side of things, taken at the same moment: the same
 * rounds as rows and columns, and the switches that gamelab tells its pages.
 *
 * @param own the participant's own side
 * @param identifier what the participant is called; empty once they were erased
 * @param selfRegistered whether the participant registered themselves
 * @param version counts the changes to the participant that a page may have to show, from 0
 * @param selfRegistration whether participants may register themselves now
 * @param began when the current round began, or the last one ended; empty before the first
 * @param rounds averages of each finished round by game; none if the history is hidden
 */
public record CanonicalView(
        ParticipantView own,
        Optional<String> identifier,
        boolean selfRegistered,
        int version,
        boolean selfRegistration,
        Optional<Instant> began,
        List<List<GameAverage>> rounds) {
    /** Copies the lists. */
    public CanonicalView {
        rounds = rounds.stream().map(List::copyOf).toList();
    }
}
