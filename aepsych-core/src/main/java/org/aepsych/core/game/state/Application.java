package org.aepsych.core.game.state;

import java.time.Instant;
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
import org.aepsych.core.game.lottery.Tally;

/** What each event does to the state before it. */
final class Application implements GameEvent.Visitor<GameState> {
    private final GameState before;
    private final Instant at;

    Application(GameState before, Instant at) {
        this.before = before;
        this.at = at;
    }

    @Override
    public GameState defined(GameDefined event) {
        return before.defined(event.definition());
    }

    @Override
    public GameState registered(ParticipantRegistered event) {
        Arrival arrival = event.selfRegistered() ? Arrival.here(at) : Arrival.NOT_YET;
        return before.with(Player.registered(event.participant(), event.selfRegistered(), event.rseed(), arrival));
    }

    @Override
    public GameState started(ExperimentStarted event) {
        return before.with(before.progress().started(event.start(), event.selfRegistration()));
    }

    @Override
    public GameState joined(ParticipantJoined event) {
        Player player = before.known(event.participant()).seated(new Seat(event.role(), event.round()));
        return before.with(player.heard(new Heard(at, false)));
    }

    @Override
    public GameState played(MixturePlayed event) {
        GameState here = before.arrived(event.participant(), at);
        GameState heard = here.watchesSilence()
                ? here.with(here.known(event.participant()).heard(new Heard(at, true)))
                : here;
        return count(heard, event);
    }

    @Override
    public GameState stoodIn(StandInPlayed event) {
        return count(before, event.asPlay());
    }

    private static GameState count(GameState state, MixturePlayed event) {
        int games = state.definition().games().size();
        return state.with(state.open().with(state.known(event.participant()), event.game(), event.mixture(), games));
    }

    @Override
    public GameState silent(ParticipantSilent event) {
        Absence absence = Absence.bySilence(event.since(), event.action(), before.round());
        return before.with(before.known(event.participant()).away(absence).heard(new Heard(at, false)))
                .counted();
    }

    @Override
    public GameState returned(ParticipantReturned event) {
        Player player = before.known(event.participant()).back(before.round());
        return before.with(player.heard(new Heard(at, true))).counted();
    }

    @Override
    public GameState advanced(RoundAdvanced event) {
        GameState after = before.with(before.progress().at(event.round(), event.began()));
        boolean nothingToSettle = before.round() < 0;
        return nothingToSettle ? after.counted() : after;
    }

    @Override
    public GameState settled(RoundSettled event) {
        return before.closing(new ClosedRound(event.round(), before.open().plays(), event.settlement()));
    }

    @Override
    public GameState finished(ExperimentFinished event) {
        return before.finished(new Tally(event.shares(), event.total()));
    }

    @Override
    public GameState drawn(LotteryDrawn event) {
        return before.drawn(event);
    }

    @Override
    public GameState enabled(ParticipantEnabled event) {
        return before.with(before.known(event.participant()).enabled(true)).counted();
    }

    @Override
    public GameState paused(ExperimentPaused event) {
        return before.with(before.progress().paused(event.at()));
    }

    @Override
    public GameState resumed(ExperimentResumed event) {
        return before.with(before.progress().resumed(event.at()));
    }

    @Override
    public GameState switched(RegistrationSwitched event) {
        return before.with(before.progress().selfRegistration(event.open()));
    }

    @Override
    public GameState answered(QuestionAnswered event) {
        GameState here = before.arrived(event.participant(), at);
        return here.with(here.known(event.participant()).answered(event, at));
    }

    @Override
    public GameState issued(LinkIssued event) {
        return before.issued(event, at);
    }

    @Override
    public GameState redeemed(LinkRedeemed event) {
        return before.redeemed(event, at);
    }

    @Override
    public GameState wiped(ExperimentWiped event) {
        return before.wiped(event);
    }

    @Override
    public GameState disabled(ParticipantDisabled event) {
        return before.with(before.known(event.participant()).enabled(false)).counted();
    }

    @Override
    public GameState bound(LotteryBound event) {
        return before.with(before.lottery().bound(event.secret()));
    }

    @Override
    public GameState added(WordsAdded event) {
        return before.with(before.lottery().with(event.participant(), event.words()));
    }

    @Override
    public GameState released(ParticipantReleased event) {
        Absence absence = Absence.byHand(at, before.round());
        return before.with(before.known(event.participant()).away(absence)).counted();
    }

    @Override
    public GameState noted(NoteSent event) {
        event.to().forEach(before::known);
        return before.with(before.notes().with(event, at));
    }

    @Override
    public GameState dismissed(NoteDismissed event) {
        return before.with(before.notes().with(event, at));
    }
}
