package org.aepsych.core.game.decision;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.aepsych.api.AepsychException;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.core.engine.StreamProtocol.Divergence;
import org.aepsych.core.game.definition.Silence;
import org.aepsych.core.game.event.AdvanceReason;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.event.GameEvent.ExperimentFinished;
import org.aepsych.core.game.event.GameEvent.ExperimentPaused;
import org.aepsych.core.game.event.GameEvent.ExperimentResumed;
import org.aepsych.core.game.event.GameEvent.ExperimentStarted;
import org.aepsych.core.game.event.GameEvent.ExperimentWiped;
import org.aepsych.core.game.event.GameEvent.GameDefined;
import org.aepsych.core.game.event.GameEvent.LinkIssued;
import org.aepsych.core.game.event.GameEvent.LinkRedeemed;
import org.aepsych.core.game.event.GameEvent.LotteryBound;
import org.aepsych.core.game.event.GameEvent.LotteryDrawn;
import org.aepsych.core.game.event.GameEvent.MixturePlayed;
import org.aepsych.core.game.event.GameEvent.NoteDismissed;
import org.aepsych.core.game.event.GameEvent.NoteSent;
import org.aepsych.core.game.event.GameEvent.ParticipantDisabled;
import org.aepsych.core.game.event.GameEvent.ParticipantEnabled;
import org.aepsych.core.game.event.GameEvent.ParticipantJoined;
import org.aepsych.core.game.event.GameEvent.ParticipantRegistered;
import org.aepsych.core.game.event.GameEvent.ParticipantReleased;
import org.aepsych.core.game.event.GameEvent.ParticipantReturned;
import org.aepsych.core.game.event.GameEvent.ParticipantSilent;
import org.aepsych.core.game.event.GameEvent.QuestionAnswered;
import org.aepsych.core.game.event.GameEvent.RegistrationSwitched;
import org.aepsych.core.game.event.GameEvent.RoundAdvanced;
import org.aepsych.core.game.event.GameEvent.RoundSettled;
import org.aepsych.core.game.event.GameEvent.StandInPlayed;
import org.aepsych.core.game.event.GameEvent.WordsAdded;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.lottery.LotteryDraw;
import org.aepsych.core.game.lottery.Tally;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;

/** Decides again what an event says was decided: advances by rule, settlements, the tally and the draw. */
final class Recomputation implements GameEvent.Visitor<Optional<Divergence>> {
    private final GameState before;
    private final RecordedEvent recorded;
    private final PayoffRules rules;

    Recomputation(GameState before, RecordedEvent recorded, PayoffRules rules) {
        this.before = before;
        this.recorded = recorded;
        this.rules = rules;
    }

    @Override
    public Optional<Divergence> advanced(RoundAdvanced event) {
        boolean byRule = event.reason() == AdvanceReason.TIME || event.reason() == AdvanceReason.PERCENTAGE;
        return byRule
                ? compare(
                        "the end of round " + before.round(),
                        Optional.of(event),
                        () -> RoundPolicy.due(before, recorded.timestamp()))
                : Optional.empty();
    }

    /** Names the first average or payoff that differs, not all of them. */
    @Override
    public Optional<Divergence> settled(RoundSettled event) {
        String what = "the settlement of round " + event.round();
        Settlement settled = event.settlement();
        Settlement again;
        try {
            again = rules.settle(before.definition().payoff(), before.result(event.round()));
        } catch (AepsychException e) {
            return Optional.of(new Divergence(what, "settled", "an error: " + e.getMessage()));
        }
        return difference(what, settled.averages(), again.averages())
                .or(() -> difference(what, settled.payoffs(), again.payoffs()));
    }

    private static Optional<Divergence> difference(String what, List<?> recorded, List<?> again) {
        for (int i = 0; i < Math.max(recorded.size(), again.size()); i++) {
            Object one = i < recorded.size() ? recorded.get(i) : "nothing";
            Object other = i < again.size() ? again.get(i) : "nothing";
            if (!one.equals(other)) {
                return Optional.of(new Divergence(what, one.toString(), other.toString()));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> finished(ExperimentFinished event) {
        return compare("the tally", new Tally(event.shares(), event.total()), () -> Tally.of(before.tickets()));
    }

    @Override
    public Optional<Divergence> drawn(LotteryDrawn event) {
        if (event.method() == DrawMethod.ELSEWHERE) {
            return Optional.empty();
        }
        return compare("the draw", event, () -> {
            long seed = event.method() == DrawMethod.SEED
                    ? event.seed()
                    : before.lottery().boundSeed();
            return new LotteryDrawn(
                    event.method(), seed, event.wanted(), new LotteryDraw(before.tally()).draw(event.wanted(), seed));
        });
    }

    private static <T> Optional<Divergence> compare(String what, T recorded, Supplier<T> again) {
        String comesOut;
        try {
            T recomputed = again.get();
            if (recomputed.equals(recorded)) {
                return Optional.empty();
            }
            comesOut = recomputed.toString();
        } catch (AepsychException e) {
            comesOut = "an error: " + e.getMessage();
        }
        return Optional.of(new Divergence(what, String.valueOf(recorded), comesOut));
    }

    @Override
    public Optional<Divergence> defined(GameDefined event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> registered(ParticipantRegistered event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> started(ExperimentStarted event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> joined(ParticipantJoined event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> played(MixturePlayed event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> enabled(ParticipantEnabled event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> paused(ExperimentPaused event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> resumed(ExperimentResumed event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> switched(RegistrationSwitched event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> answered(QuestionAnswered event) {
        return compare(
                "the answer to question " + event.question(),
                event.right(),
                () -> Answers.right(before.definition().questionnaire(), event.question(), event.given()));
    }

    @Override
    public Optional<Divergence> issued(LinkIssued event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> redeemed(LinkRedeemed event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> wiped(ExperimentWiped event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> disabled(ParticipantDisabled event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> bound(LotteryBound event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> added(WordsAdded event) {
        return Optional.empty();
    }

    /** Who was heard of when is only in the log; that it was long enough, and what follows, is decided again. */
    @Override
    public Optional<Divergence> silent(ParticipantSilent event) {
        Optional<Silence.Rule> rule = before.player(event.participant())
                .flatMap(Player::seat)
                .flatMap(seat -> before.definition().silence().of(seat.role()))
                .filter(due -> !recorded.timestamp().isBefore(event.since().plus(due.after())));
        return compare(
                "what happens to silent participant " + event.participant(),
                event.action().key(),
                () -> rule.map(due -> due.action().key()).orElse("nothing yet"));
    }

    @Override
    public Optional<Divergence> returned(ParticipantReturned event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> stoodIn(StandInPlayed event) {
        return compare(
                "what was played for participant " + event.participant(),
                event,
                () -> rules.standIns()
                        .play(
                                before,
                                before.known(event.participant()),
                                before.definition().game(event.game()).orElseThrow()));
    }

    @Override
    public Optional<Divergence> released(ParticipantReleased event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> noted(NoteSent event) {
        return Optional.empty();
    }

    @Override
    public Optional<Divergence> dismissed(NoteDismissed event) {
        return Optional.empty();
    }
}
