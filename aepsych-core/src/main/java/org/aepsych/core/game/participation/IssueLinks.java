package org.aepsych.core.game.participation;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.GameEvent.LinkIssued;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;

/** Gives participants links with which they can come in once; links given before stay good. */
final class IssueLinks extends GameCommand<Boolean> {
    private final Map<ParticipantId, String> hashes;
    private final Duration life;

    IssueLinks(PayoffRules rules, Map<ParticipantId, String> hashes, Duration life) {
        super(rules);
        this.hashes = Map.copyOf(hashes);
        this.life = life;
    }

    @Override
    protected Function<GameState, Boolean> act(Draft draft) {
        hashes.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            Player player = draft.state().require(entry.getKey());
            draft.record(
                    new LinkIssued(player.id(), entry.getValue(), draft.now().plus(life)));
        });
        return after -> true;
    }
}
