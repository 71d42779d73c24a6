package org.aepsych.core.game.state;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.event.GameEvent.LotteryDrawn;
import org.aepsych.core.game.lottery.Commitment;
import org.aepsych.core.game.lottery.Winner;

/**
 * How far the lottery is.
 *
 * @param commitment what the draw is bound to; empty if the experimenter chooses a seed
 * @param drawn the draw, if it has taken place
 */
public record Lottery(Optional<Commitment> commitment, Optional<LotteryDrawn> drawn) {
    static final Lottery OPEN = new Lottery(Optional.empty(), Optional.empty());

    Lottery bound(String secret) {
        return new Lottery(Optional.of(Commitment.to(secret)), drawn);
    }

    Lottery with(ParticipantId participant, String words) {
        return new Lottery(commitment.map(bound -> bound.with(participant, words)), drawn);
    }

    Lottery drawn(LotteryDrawn draw) {
        return new Lottery(commitment, Optional.of(draw));
    }

    /**
     * Returns the seed that the draw is bound to.
     *
     * @return as the secret and the participants' words have it
     * @throws AepsychException {@code LOG_TAMPERED} if the draw is not bound to a secret
     */
    public long boundSeed() {
        return commitment
                .map(Commitment::seed)
                .orElseThrow(() -> new AepsychException(
                        StandardError.LOG_TAMPERED, "the draw is said to be bound to a secret, but there is none"));
    }

    List<Winner> winners() {
        return drawn.map(LotteryDrawn::winners).orElse(List.of());
    }
}
