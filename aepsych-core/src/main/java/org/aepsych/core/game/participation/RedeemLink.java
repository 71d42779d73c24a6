package org.aepsych.core.game.participation;

import java.util.Optional;
import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.Joining;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.GameEvent.LinkRedeemed;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.OpenLink;

/** Uses a link, which is void afterwards; lets its owner in from the lobby if that is possible. */
final class RedeemLink extends GameCommand<ParticipantId> {
    private final String hash;

    RedeemLink(PayoffRules rules, String hash) {
        super(rules);
        this.hash = hash;
    }

    @Override
    protected Function<GameState, ParticipantId> act(Draft draft) {
        ParticipantId participant = draft.state()
                .link(hash)
                .filter(link -> link.expires().isAfter(draft.now()))
                .map(OpenLink::participant)
                .orElseThrow(() -> new AepsychException(
                        StandardError.NOT_ALLOWED,
                        "This link has been used or is too old; ask the experimenter for a new one."));
        if (!draft.state().require(participant).enabled()) {
            throw new AepsychException(
                    StandardError.NOT_ALLOWED, "The experimenter has excluded you from this experiment.");
        }
        draft.record(new LinkRedeemed(participant, hash));
        Optional.of(draft.state().require(participant))
                .flatMap(player -> Joining.later(draft.state(), player))
                .ifPresent(draft::record);
        return after -> participant;
    }
}
