package org.aepsych.core.game;

import java.util.Collection;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Mixture;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.view.Attendance;
import org.pcollections.TreePMap;

/**
 * The round that is being played.
 *
 * @param plays what was played so far, by participant and game
 * @param attendance kept with every play, so that a play need not count everybody
 */
record OpenRound(TreePMap<ParticipantId, TreePMap<Integer, Mixture>> plays, Attendance attendance) {
    static final OpenRound NONE = new OpenRound(TreePMap.empty(), Attendance.nobody(0));

    static OpenRound begin(GameDefinition definition, int round, Collection<Player> players) {
        return NONE.counted(definition, round, players);
    }

    /** Counts everybody again: who is there has changed. */
    OpenRound counted(GameDefinition definition, int round, Collection<Player> players) {
        Attendance counted = Attendance.nobody(definition.roles());
        if (round >= 0 && round < definition.schedule().rounds()) {
            for (Player player : players) {
                Optional<Seat> seat = player.seat()
                        .filter(taken ->
                                player.enabled() && definition.schedule().covers(taken.joined(), round));
                if (seat.isPresent()) {
                    boolean complete =
                            played(player.id()).size() == definition.games().size();
                    counted = counted.with(
                            seat.get().role(), counted.of(seat.get().role()).with(complete));
                }
            }
        }
        return new OpenRound(plays, counted);
    }

    OpenRound with(Player player, int game, Mixture mixture, int games) {
        TreePMap<Integer, Mixture> mine = played(player.id()).plus(game, mixture);
        Attendance now = attendance;
        if (mine.size() == games && player.enabled() && player.seat().isPresent()) {
            Seat seat = player.seat().get();
            now = now.with(seat.role(), now.of(seat.role()).completed());
        }
        return new OpenRound(plays.plus(player.id(), mine), now);
    }

    TreePMap<Integer, Mixture> played(ParticipantId participant) {
        return Optional.ofNullable(plays.get(participant)).orElse(TreePMap.empty());
    }
}
