package org.aepsych.web.admin.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aepsych.core.replay.ReplayReport;
import org.aepsych.web.admin.game.MonitorPage;
import org.aepsych.web.admin.head.ExperimentHead;
import org.aepsych.web.admin.head.Figure;
import org.aepsych.web.chart.Plot;

/**
 * A game experiment as it was at a message of its log.
 *
 * @param head what all its pages begin with
 * @param travel the slider
 * @param token form token
 * @param when the message was recorded
 * @param type what kind of message it is
 * @param contents of the message
 * @param state how far the experiment was, in words
 * @param figures what could be counted
 * @param meters how complete the round was
 * @param participants who took part
 * @param plots what had been played
 * @param verdict what verifying found, if that was asked for
 * @param mayFork whether one may copy
 */
public record TimePage(
        ExperimentHead head,
        Travel travel,
        String token,
        Instant when,
        String type,
        String contents,
        String state,
        List<Figure> figures,
        List<MonitorPage.Meter> meters,
        List<Person> participants,
        List<Plot> plots,
        Optional<Verdict> verdict,
        boolean mayFork) {
    /** Copies the lists. */
    public TimePage {
        figures = List.copyOf(figures);
        meters = List.copyOf(meters);
        participants = List.copyOf(participants);
        plots = List.copyOf(plots);
    }

    /**
     * A participant.
     *
     * @param id pseudonymous id
     * @param identifier what they are called
     * @param side row, column or lobby
     * @param played games played in the round
     * @param payoff earned so far
     */
    public record Person(long id, String identifier, String side, int played, String payoff) {}

    /**
     * What verifying found.
     *
     * @param good whether everything came out as recorded
     * @param text a sentence
     */
    public record Verdict(boolean good, String text) {
        static Verdict of(ReplayReport report) {
            return new Verdict(
                    report.verified(),
                    report.problem()
                            .orElseGet(() -> "All " + report.events()
                                    + " messages were decided again and came out bit for bit; no hash is wrong."));
        }
    }
}
