package org.aepsych.core.game.event;

import java.time.Instant;
import java.util.List;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.Silence;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.lottery.Share;
import org.aepsych.core.game.lottery.Winner;

/** Something that happened in a game experiment. It says everything that decided it, and nothing about persons. */
public sealed interface GameEvent {
    /**
     * Calls the method for this kind of event.
     *
     * @param visitor has one for each kind
     * @param <R> what it returns
     * @return what it returned
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * {@code setup}: the experiment was defined.
     *
     * @param config the text as uploaded, to the character
     * @param definition what it says
     */
    record GameDefined(String config, GameDefinition definition) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.defined(this);
        }
    }

    /**
     * {@code register}: somebody became a participant; who it is stands in the personal records.
     *
     * @param participant under which id
     * @param selfRegistered whether the participant registered themselves
     * @param rseed random, 1 to 2³¹ − 1: decides roles at the start and shuffles what the participant is shown
     */
    record ParticipantRegistered(ParticipantId participant, boolean selfRegistered, long rseed) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.registered(this);
        }
    }

    /**
     * {@code start}: the experiment was started.
     *
     * @param start when the first round begins
     * @param selfRegistration whether participants may register themselves from now on
     */
    record ExperimentStarted(Instant start, boolean selfRegistration) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.started(this);
        }
    }

    /**
     * {@code join}: a participant was let in.
     *
     * @param participant who
     * @param role on which side
     * @param round first round that the participant may play
     */
    record ParticipantJoined(ParticipantId participant, Role role, int round) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.joined(this);
        }
    }

    /**
     * {@code play}: a participant played a game.
     *
     * @param round from 0
     * @param participant who
     * @param game which game
     * @param mixture what was played
     */
    record MixturePlayed(int round, ParticipantId participant, int game, Mixture mixture) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.played(this);
        }
    }

    /**
     * {@code advance}: a round ended, and the next one began unless it was the last.
     *
     * @param round the current round from now on, from 0; the number of rounds after the last
     * @param reason why
     * @param began when the new round began, which by schedule may be before the event was recorded
     */
    record RoundAdvanced(int round, AdvanceReason reason, Instant began) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.advanced(this);
        }
    }

    /**
     * {@code settle}: a finished round was settled.
     *
     * @param round from 0
     * @param settlement averages and payoffs, exact
     */
    record RoundSettled(int round, Settlement settlement) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.settled(this);
        }
    }

    /**
     * {@code finish}: after the last round, tickets were counted.
     *
     * @param shares one for every participant, by id
     * @param total tickets of all participants
     */
    record ExperimentFinished(List<Share> shares, long total) implements GameEvent {
        /** Copies the list. */
        public ExperimentFinished {
            shares = List.copyOf(shares);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.finished(this);
        }
    }

    /**
     * {@code draw}: the lottery was drawn.
     *
     * @param method where the seed came from
     * @param seed seed of the generator; 0 if nobody knows
     * @param wanted how many winners were asked for
     * @param winners in the order of drawing
     */
    record LotteryDrawn(DrawMethod method, long seed, int wanted, List<Winner> winners) implements GameEvent {
        /** Copies the list. */
        public LotteryDrawn {
            winners = List.copyOf(winners);
        }

        /**
         * A draw with a seed of the experimenter's choice.
         *
         * @param seed seed of the generator
         * @param wanted how many winners were asked for
         * @param winners in the order of drawing
         */
        public LotteryDrawn(long seed, int wanted, List<Winner> winners) {
            this(DrawMethod.SEED, seed, wanted, winners);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.drawn(this);
        }
    }

    /**
     * {@code enable}: an excluded participant was let in again.
     *
     * @param participant who
     */
    record ParticipantEnabled(ParticipantId participant) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.enabled(this);
        }
    }

    /**
     * {@code disable}: a participant was excluded.
     *
     * @param participant who
     */
    record ParticipantDisabled(ParticipantId participant) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.disabled(this);
        }
    }

    /**
     * {@code pause}: nobody can play and no round ends until it is resumed.
     *
     * @param at when
     */
    record ExperimentPaused(Instant at) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.paused(this);
        }
    }

    /**
     * {@code resume}: the experiment goes on; the current round lasts longer by the pause.
     *
     * @param at when
     */
    record ExperimentResumed(Instant at) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resumed(this);
        }
    }

    /**
     * {@code admit}: participants may register themselves from now on, or may not.
     *
     * @param open whether they may
     */
    record RegistrationSwitched(boolean open) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.switched(this);
        }
    }

    /**
     * {@code answer}: a participant answered a question of the questionnaire.
     *
     * @param participant who
     * @param question its number, from 0
     * @param given what was entered, one text for each field of the question
     * @param right whether it is the right answer
     */
    record QuestionAnswered(ParticipantId participant, int question, List<String> given, boolean right)
            implements GameEvent {
        /** Copies the texts. */
        public QuestionAnswered {
            given = List.copyOf(given);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.answered(this);
        }
    }

    /**
     * {@code link}: a participant got a link with which they can come in once.
     *
     * @param participant who
     * @param hash SHA-256 of the secret in the link, 64 hexadecimal digits; the secret itself is not kept
     * @param expires until when it can be used
     */
    record LinkIssued(ParticipantId participant, String hash, Instant expires) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.issued(this);
        }
    }

    /**
     * {@code redeem}: a participant came in with a link, which is void now.
     *
     * @param participant who
     * @param hash SHA-256 of the secret in the link, 64 hexadecimal digits
     */
    record LinkRedeemed(ParticipantId participant, String hash) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.redeemed(this);
        }
    }

    /**
     * {@code wipe}: the experiment is new again: nobody has played, and only invited participants are left.
     *
     * @param retained who is left, in the order of their numbers
     */
    record ExperimentWiped(List<ExperimentWiped.Retained> retained) implements GameEvent {
        /** How the log calls it. */
        public static final String TYPE = "wipe";

        /**
         * A participant who is left.
         *
         * @param participant who
         * @param rseed their new random seed, 1 to 2³¹ − 1
         */
        public record Retained(ParticipantId participant, long rseed) {}

        /** Copies the list. */
        public ExperimentWiped {
            retained = List.copyOf(retained);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.wiped(this);
        }
    }

    /**
     * {@code commit}: the lottery's draw was bound to a secret, whose hash is public from now on.
     *
     * @param secret 64 hexadecimal digits
     */
    record LotteryBound(String secret) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bound(this);
        }

        /** Hides the secret: it is published after the draw. */
        @Override
        public String toString() {
            return "LotteryBound[]";
        }
    }

    /**
     * {@code nonce}: a participant added words to what the lottery will be drawn with.
     *
     * @param participant who
     * @param words theirs; they replace earlier ones
     */
    record WordsAdded(ParticipantId participant, String words) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.added(this);
        }
    }

    /**
     * {@code silent}: a participant had given no sign of life for so long that the experiment's rule for it applies.
     *
     * @param participant who
     * @param since their last sign of life, as far as the server knew
     * @param action what happens
     */
    record ParticipantSilent(ParticipantId participant, Instant since, Silence.Action action) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.silent(this);
        }
    }

    /**
     * {@code return}: a silent participant was heard of again, and plays themselves from now on.
     *
     * @param participant who
     */
    record ParticipantReturned(ParticipantId participant) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.returned(this);
        }
    }

    /**
     * {@code stand_in}: a bot played a game for a silent participant.
     *
     * @param round from 0
     * @param participant for whom
     * @param game which game
     * @param mixture what was played
     */
    record StandInPlayed(int round, ParticipantId participant, int game, Mixture mixture) implements GameEvent {
        /**
         * Returns the play as if the participant had made it.
         *
         * @return what counts in the round
         */
        public MixturePlayed asPlay() {
            return new MixturePlayed(round, participant, game, mixture);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stoodIn(this);
        }
    }

    /**
     * {@code release}: the experimenter let a participant go for good, with what they had earned.
     *
     * @param participant who
     */
    record ParticipantReleased(ParticipantId participant) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.released(this);
        }
    }

    /**
     * {@code note}: the experimenter wrote to participants.
     *
     * @param number of the note, from 1
     * @param to to whom, by id
     * @param text what it says
     */
    record NoteSent(long number, List<ParticipantId> to, String text) implements GameEvent {
        /** Copies the list. */
        public NoteSent {
            to = List.copyOf(to);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.noted(this);
        }
    }

    /**
     * {@code dismiss}: a participant put a note away.
     *
     * @param participant who
     * @param number of the note
     */
    record NoteDismissed(ParticipantId participant, long number) implements GameEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dismissed(this);
        }
    }

    /**
     * One method for each kind of event, so that none can be forgotten.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /**
         * Visits a {@code setup}.
         *
         * @param event the event
         * @return the answer
         */
        R defined(GameDefined event);

        /**
         * Visits a {@code register}.
         *
         * @param event the event
         * @return the answer
         */
        R registered(ParticipantRegistered event);

        /**
         * Visits a {@code start}.
         *
         * @param event the event
         * @return the answer
         */
        R started(ExperimentStarted event);

        /**
         * Visits a {@code join}.
         *
         * @param event the event
         * @return the answer
         */
        R joined(ParticipantJoined event);

        /**
         * Visits a {@code play}.
         *
         * @param event the event
         * @return the answer
         */
        R played(MixturePlayed event);

        /**
         * Visits an {@code advance}.
         *
         * @param event the event
         * @return the answer
         */
        R advanced(RoundAdvanced event);

        /**
         * Visits a {@code settle}.
         *
         * @param event the event
         * @return the answer
         */
        R settled(RoundSettled event);

        /**
         * Visits a {@code finish}.
         *
         * @param event the event
         * @return the answer
         */
        R finished(ExperimentFinished event);

        /**
         * Visits a {@code draw}.
         *
         * @param event the event
         * @return the answer
         */
        R drawn(LotteryDrawn event);

        /**
         * Visits an {@code enable}.
         *
         * @param event the event
         * @return the answer
         */
        R enabled(ParticipantEnabled event);

        /**
         * Visits a {@code disable}.
         *
         * @param event the event
         * @return the answer
         */
        R disabled(ParticipantDisabled event);

        /**
         * Visits a {@code pause}.
         *
         * @param event the event
         * @return the answer
         */
        R paused(ExperimentPaused event);

        /**
         * Visits a {@code resume}.
         *
         * @param event the event
         * @return the answer
         */
        R resumed(ExperimentResumed event);

        /**
         * Visits a {@code admit}.
         *
         * @param event the event
         * @return the answer
         */
        R switched(RegistrationSwitched event);

        /**
         * Visits a {@code answer}.
         *
         * @param event the event
         * @return the answer
         */
        R answered(QuestionAnswered event);

        /**
         * Visits a {@code link}.
         *
         * @param event the event
         * @return the answer
         */
        R issued(LinkIssued event);

        /**
         * Visits a {@code redeem}.
         *
         * @param event the event
         * @return the answer
         */
        R redeemed(LinkRedeemed event);

        /**
         * Visits a {@code wipe}.
         *
         * @param event the event
         * @return the answer
         */
        R wiped(ExperimentWiped event);

        /**
         * Visits a {@code commit}.
         *
         * @param event the event
         * @return the answer
         */
        R bound(LotteryBound event);

        /**
         * Visits a {@code nonce}.
         *
         * @param event the event
         * @return the answer
         */
        R added(WordsAdded event);

        /**
         * Visits a {@code silent}.
         *
         * @param event the event
         * @return the answer
         */
        R silent(ParticipantSilent event);

        /**
         * Visits a {@code return}.
         *
         * @param event the event
         * @return the answer
         */
        R returned(ParticipantReturned event);

        /**
         * Visits a {@code stand_in}.
         *
         * @param event the event
         * @return the answer
         */
        R stoodIn(StandInPlayed event);

        /**
         * Visits a {@code release}.
         *
         * @param event the event
         * @return the answer
         */
        R released(ParticipantReleased event);

        /**
         * Visits a {@code note}.
         *
         * @param event the event
         * @return the answer
         */
        R noted(NoteSent event);

        /**
         * Visits a {@code dismiss}.
         *
         * @param event the event
         * @return the answer
         */
        R dismissed(NoteDismissed event);
    }
}
