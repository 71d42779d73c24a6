package org.aepsych.web.admin.head;

import java.util.Optional;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.game.view.RoundClock;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Frame;

/** Composes what all pages of a game experiment begin with. */
public final class GameHeads {
    private static final int REFRESH_SECONDS = 10;

    private GameHeads() {}

    /**
     * The head of a page that changes by itself.
     *
     * @param tab the page
     * @param summary of the experiment
     * @param definition of the experiment
     * @param frame around the page
     * @param base with which addresses for participants begin
     * @return the head
     */
    public static ExperimentHead of(
            GameTab tab, GameSummary summary, GameDefinition definition, Frame frame, String base) {
        String address = Addresses.administration(summary.id());
        String situation = summary.phase() + "-" + summary.clock().round();
        return still(
                tab,
                summary,
                definition,
                frame.with(new Frame.Live(address + "/events", situation, REFRESH_SECONDS)),
                base);
    }

    /**
     * The head of a page that stays as it is.
     *
     * @param tab the page
     * @param summary of the experiment
     * @param definition of the experiment
     * @param frame around the page
     * @param base with which addresses for participants begin
     * @return the head
     */
    public static ExperimentHead still(
            GameTab tab, GameSummary summary, GameDefinition definition, Frame frame, String base) {
        String address = Addresses.administration(summary.id());
        return new ExperimentHead(
                frame,
                name(summary),
                "game experiment",
                definition.description().orElse(""),
                state(summary),
                tone(summary),
                tab.links(address),
                Optional.of(base + Addresses.experiment(summary.id())));
    }

    /**
     * Returns what an experiment is called.
     *
     * @param summary of the experiment
     * @return its name, or its id if it has none
     */
    public static String name(GameSummary summary) {
        return summary.name().orElseGet(() -> summary.id().value());
    }

    /**
     * Returns how the state of an experiment is to be shown.
     *
     * @param summary of the experiment
     * @return its tone
     */
    public static ExperimentHead.Tone tone(GameSummary summary) {
        if (summary.clock().paused().isPresent()) {
            return ExperimentHead.Tone.WAIT;
        }
        return switch (summary.phase()) {
            case NEW -> ExperimentHead.Tone.WAIT;
            case STARTED -> ExperimentHead.Tone.ON;
            case OVER, DRAWN -> ExperimentHead.Tone.QUIET;
        };
    }

    /**
     * Says how far an experiment is.
     *
     * @param summary of the experiment
     * @return such as {@code round 2 of 5}
     */
    public static String state(GameSummary summary) {
        RoundClock clock = summary.clock();
        if (clock.paused().isPresent()) {
            return "paused";
        }
        return switch (summary.phase()) {
            case NEW -> "not started";
            case STARTED ->
                clock.round() < 0
                        ? "about to begin"
                        : "round " + Math.min(clock.round() + 1, clock.rounds()) + " of " + clock.rounds();
            case OVER -> "rounds over";
            case DRAWN -> "lottery drawn";
        };
    }

    /**
     * Counts the rounds that are over.
     *
     * @param summary of the experiment
     * @return from 0 to the number of its rounds
     */
    public static int finishedRounds(GameSummary summary) {
        boolean over = summary.phase() == GamePhase.OVER || summary.phase() == GamePhase.DRAWN;
        RoundClock clock = summary.clock();
        return over ? clock.rounds() : Math.max(0, Math.min(clock.round(), clock.rounds()));
    }
}
