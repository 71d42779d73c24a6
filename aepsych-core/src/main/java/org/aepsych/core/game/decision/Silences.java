package org.aepsych.core.game.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aepsych.core.game.definition.Silence;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.event.GameEvent.ParticipantReturned;
import org.aepsych.core.game.event.GameEvent.ParticipantSilent;
import org.aepsych.core.game.state.Absence;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Heard;
import org.aepsych.core.game.state.Player;

/** Who has gone silent, and who has come back, as the experiment's rules have it. */
final class Silences {
    /** How often it is looked for those who may come back. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final GameState state;
    private final SignsOfLife signs;

    Silences(GameState state, SignsOfLife signs) {
        this.state = state;
        this.signs = signs;
    }

    /** Returns what has changed by now. */
    List<GameEvent> changes(Instant now) {
        if (!watched()) {
            return List.of();
        }
        List<GameEvent> changes = new ArrayList<>();
        for (Player player : state.players()) {
            rule(player).ifPresent(rule -> {
                Optional<Absence> absence = away(player);
                if (absence.isEmpty()) {
                    heard(player)
                            .filter(heard -> !now.isBefore(silentFrom(player, heard, rule)))
                            .map(heard -> new ParticipantSilent(player.id(), heard, rule.action()))
                            .ifPresent(changes::add);
                } else if (!absence.get().released() && isBack(player)) {
                    changes.add(new ParticipantReturned(player.id()));
                }
            });
        }
        return changes;
    }

    /** Returns when something may change next, if nobody gives a sign of life until then. */
    Optional<Instant> nextDue(Instant now) {
        boolean mayReturn = watched()
                && state.players().stream()
                        .anyMatch(player -> rule(player).isPresent()
                                && away(player).filter(away -> !away.released()).isPresent());
        return Stream.concat(nextSilence().stream(), mayReturn ? Stream.of(now.plus(LOOK)) : Stream.empty())
                .min(Instant::compareTo);
    }

    /** Returns when the next participant will count as silent. */
    Optional<Instant> nextSilence() {
        if (!watched()) {
            return Optional.empty();
        }
        return state.players().stream()
                .filter(player -> away(player).isEmpty())
                .flatMap(player ->
                        rule(player)
                                .flatMap(rule -> heard(player).map(heard -> silentFrom(player, heard, rule)))
                                .stream())
                .min(Instant::compareTo);
    }

    private Instant silentFrom(Player player, Instant heard, Silence.Rule rule) {
        return heard.plus(rule.after()).plus(signs.patience(player.id()));
    }

    private static Optional<Absence> away(Player player) {
        return player.absence().filter(Absence::lasts);
    }

    private boolean watched() {
        return state.running()
                && state.progress().paused().isEmpty()
                && !state.definition().silence().rules().isEmpty();
    }

    /** Returns the rule for those whose silence matters now: they may play in the running round. */
    private Optional<Silence.Rule> rule(Player player) {
        return player.seat()
                .filter(seat ->
                        player.enabled() && state.definition().schedule().covers(seat.joined(), state.round()))
                .flatMap(seat -> state.definition().silence().of(seat.role()));
    }

    /** The latest sign of life: what this server heard, or what the log says, whichever server wrote it. */
    private Optional<Instant> heard(Player player) {
        Heard logged = player.heard();
        Optional<Instant> here = signs.last(player.id());
        boolean elsewhere = logged.self() && logged.at().isAfter(signs.since());
        if (!signs.judges(player.id()) || (here.isEmpty() && elsewhere)) {
            // Another server has heard of them since this one began, so that one judges them.
            return Optional.empty();
        }
        return Stream.of(here.orElse(logged.at()), logged.at(), signs.since()).max(Instant::compareTo);
    }

    private boolean isBack(Player player) {
        return signs.last(player.id())
                .filter(seen -> seen.isAfter(player.heard().at()))
                .isPresent();
    }
}
