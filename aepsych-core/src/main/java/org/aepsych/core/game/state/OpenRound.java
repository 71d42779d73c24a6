package org.aepsych.core.game.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Mixture;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.Silence;
import org.pcollections.TreePMap;

/**
 * The round that is being played.
 *
 * @param plays what was played so far, by participant and game
 * @param attendance kept with every play, so that a play need not count everybody
 * @param attended whether anybody is there who plays themselves; a round that nobody attends ends by time only
 * @param standIns for whom bots play
 */
public record OpenRound(
        TreePMap<ParticipantId, TreePMap<Integer, Mixture>> plays,
        Attendance attendance,
        boolean attended,
        List<ParticipantId> standIns) {
    static final OpenRound NONE = new OpenRound(TreePMap.empty(), Attendance.nobody(0), false, List.of());

    static OpenRound begin(GameDefinition definition, int round, Collection<Player> players) {
        return NONE.counted(definition, round, players);
    }

    /** Counts everybody again: who is there has changed. */
    OpenRound counted(GameDefinition definition, int round, Collection<Player> players) {
        Attendance counted = Attendance.nobody(definition.roles());
        boolean anybody = false;
        List<ParticipantId> bots = new ArrayList<>();
        if (round >= 0 && round < definition.schedule().rounds()) {
            for (Player player : players) {
                Optional<Seat> seat = player.seat()
                        .filter(taken ->
                                player.enabled() && definition.schedule().covers(taken.joined(), round));
                Optional<Absence> away = player.absence().filter(Absence::lasts);
                boolean bot = away.filter(silence -> silence.action() == Silence.Action.BOT)
                        .isPresent();
                if (seat.isPresent() && (bot || away.map(Absence::waitedFor).orElse(true))) {
                    boolean complete =
                            played(player.id()).size() == definition.games().size();
                    counted = counted.with(
                            seat.get().role(), counted.of(seat.get().role()).with(complete));
                    anybody |= away.isEmpty();
                    if (bot) {
                        bots.add(player.id());
                    }
                }
            }
        }
        return new OpenRound(plays, counted, anybody, bots);
    }

    OpenRound with(Player player, int game, Mixture mixture, int games) {
        TreePMap<Integer, Mixture> mine = played(player.id()).plus(game, mixture);
        Attendance now = attendance;
        boolean counts = player.absence()
                .map(silence -> silence.waitedFor() || silence.action() == Silence.Action.BOT)
                .orElse(true);
        if (mine.size() == games && player.enabled() && player.seat().isPresent() && counts) {
            Seat seat = player.seat().get();
            now = now.with(seat.role(), now.of(seat.role()).completed());
        }
        return new OpenRound(plays.plus(player.id(), mine), now, attended, standIns);
    }

    /**
     * Returns what somebody has played in this round so far.
     *
     * @param participant who
     * @return by game; empty if nothing
     */
    public TreePMap<Integer, Mixture> played(ParticipantId participant) {
        return Optional.ofNullable(plays.get(participant)).orElse(TreePMap.empty());
    }
}
