package org.aepsych.core.game.event;

import java.util.List;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.api.payoff.Settlement.Payoff;
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
import org.aepsych.core.game.lottery.Commitment;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.lottery.Share;
import org.aepsych.core.game.lottery.Winner;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills a JSON object with an event's contents and returns the event's type. */
final class GameEventWriter implements GameEvent.Visitor<String> {
    /** Names the algorithm of every draw, so that anybody can repeat one from the log alone. */
    static final String GENERATOR = "glibc-random";

    private final ObjectNode contents;

    GameEventWriter(ObjectNode contents) {
        this.contents = contents;
    }

    @Override
    public String defined(GameDefined event) {
        contents.put("config", event.config());
        DefinitionJson.write(contents.putObject("definition"), event.definition());
        return "setup";
    }

    @Override
    public String registered(ParticipantRegistered event) {
        contents.put("participant", event.participant().value())
                .put("self_registered", event.selfRegistered())
                .put("rseed", event.rseed());
        return "register";
    }

    @Override
    public String started(ExperimentStarted event) {
        contents.put("start", event.start().toString()).put("self_registration", event.selfRegistration());
        return "start";
    }

    @Override
    public String joined(ParticipantJoined event) {
        contents.put("participant", event.participant().value())
                .put("role", event.role().number())
                .put("round", event.round());
        return "join";
    }

    @Override
    public String played(MixturePlayed event) {
        contents.put("round", event.round())
                .put("participant", event.participant().value())
                .put("game", event.game());
        numbers(contents.putArray("mixture"), event.mixture().weights());
        return "play";
    }

    @Override
    public String advanced(RoundAdvanced event) {
        contents.put("round", event.round())
                .put("reason", event.reason().key())
                .put("began", event.began().toString());
        return "advance";
    }

    @Override
    public String settled(RoundSettled event) {
        contents.put("round", event.round());
        ArrayNode averages = contents.putArray("averages");
        for (GameAverage average : event.settlement().averages()) {
            write(averages.addObject(), average);
        }
        ArrayNode payoffs = contents.putArray("payoffs");
        for (Payoff payoff : event.settlement().payoffs()) {
            payoffs.addObject()
                    .put("participant", payoff.participant().value())
                    .put("game", payoff.game())
                    .put("amount", payoff.amount().toString());
        }
        return "settle";
    }

    @Override
    public String finished(ExperimentFinished event) {
        ArrayNode shares = contents.putArray("shares");
        for (Share share : event.shares()) {
            shares.addObject()
                    .put("participant", share.participant().value())
                    .put("first_ticket", share.score().firstTicket())
                    .put("tickets", share.score().tickets());
        }
        contents.put("total", event.total());
        return "finish";
    }

    @Override
    public String drawn(LotteryDrawn event) {
        contents.put("generator", GENERATOR).put("seed", event.seed()).put("wanted", event.wanted());
        if (event.method() != DrawMethod.SEED) {
            contents.put("method", event.method().key());
        }
        ArrayNode winners = contents.putArray("winners");
        for (Winner winner : event.winners()) {
            winners.addObject()
                    .put("participant", winner.participant().value())
                    .put("prize", winner.prize())
                    .put("ticket", winner.ticket());
        }
        return "draw";
    }

    @Override
    public String enabled(ParticipantEnabled event) {
        contents.put("participant", event.participant().value());
        return "enable";
    }

    @Override
    public String paused(ExperimentPaused event) {
        contents.put("at", event.at().toString());
        return "pause";
    }

    @Override
    public String resumed(ExperimentResumed event) {
        contents.put("at", event.at().toString());
        return "resume";
    }

    @Override
    public String switched(RegistrationSwitched event) {
        contents.put("open", event.open());
        return "admit";
    }

    @Override
    public String answered(QuestionAnswered event) {
        contents.put("participant", event.participant().value()).put("question", event.question());
        ArrayNode given = contents.putArray("given");
        event.given().forEach(given::add);
        contents.put("right", event.right());
        return "answer";
    }

    @Override
    public String issued(LinkIssued event) {
        contents.put("participant", event.participant().value())
                .put("hash", event.hash())
                .put("expires", event.expires().toString());
        return "link";
    }

    @Override
    public String redeemed(LinkRedeemed event) {
        contents.put("participant", event.participant().value()).put("hash", event.hash());
        return "redeem";
    }

    @Override
    public String wiped(ExperimentWiped event) {
        ArrayNode retained = contents.putArray("retained");
        event.retained()
                .forEach(left -> retained.addObject()
                        .put("participant", left.participant().value())
                        .put("rseed", left.rseed()));
        return ExperimentWiped.TYPE;
    }

    @Override
    public String disabled(ParticipantDisabled event) {
        contents.put("participant", event.participant().value());
        return "disable";
    }

    private static void numbers(ArrayNode node, List<Rational> numbers) {
        numbers.forEach(number -> node.add(number.toString()));
    }

    static void write(ObjectNode node, GameAverage average) {
        node.put("game", average.game());
        if (average.roles().size() > 2) {
            ArrayNode roles = node.putArray("roles");
            average.roles().forEach(role -> numbers(roles.addArray(), role));
        } else {
            numbers(node.putArray("rows"), average.rows());
            numbers(node.putArray("columns"), average.columns());
        }
        node.put("skipped", average.skipped()).put("plays", average.plays());
    }

    @Override
    public String bound(LotteryBound event) {
        contents.put("secret", event.secret())
                .put("hash", Commitment.to(event.secret()).hash());
        return "commit";
    }

    @Override
    public String added(WordsAdded event) {
        contents.put("participant", event.participant().value()).put("words", event.words());
        return "nonce";
    }

    @Override
    public String silent(ParticipantSilent event) {
        contents.put("participant", event.participant().value())
                .put("since", event.since().toString())
                .put("action", event.action().key());
        return "silent";
    }

    @Override
    public String returned(ParticipantReturned event) {
        contents.put("participant", event.participant().value());
        return "return";
    }

    @Override
    public String stoodIn(StandInPlayed event) {
        String unused = played(event.asPlay());
        return "stand_in";
    }

    @Override
    public String released(ParticipantReleased event) {
        contents.put("participant", event.participant().value());
        return "release";
    }

    @Override
    public String noted(NoteSent event) {
        contents.put("number", event.number());
        ArrayNode to = contents.putArray("to");
        event.to().forEach(participant -> to.add(participant.value()));
        contents.put("text", event.text());
        return "note";
    }

    @Override
    public String dismissed(NoteDismissed event) {
        contents.put("participant", event.participant().value()).put("number", event.number());
        return "dismiss";
    }
}
