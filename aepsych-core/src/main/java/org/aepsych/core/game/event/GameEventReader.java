package org.aepsych.core.game.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.api.payoff.Settlement.Payoff;
import org.aepsych.core.game.definition.Silence;
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
import org.aepsych.core.game.lottery.Score;
import org.aepsych.core.game.lottery.Share;
import org.aepsych.core.game.lottery.Winner;
import tools.jackson.databind.JsonNode;

/** Reads what {@link GameEventWriter} wrote; Jackson refuses nodes that are missing or of another type. */
final class GameEventReader {
    GameEvent read(String type, JsonNode node) {
        return switch (type) {
            case "setup" -> new GameDefined(text(node, "config"), DefinitionJson.read(node.required("definition")));
            case "register" ->
                new ParticipantRegistered(participant(node), flag(node, "self_registered"), number(node, "rseed"));
            case "start" -> new ExperimentStarted(instant(node, "start"), flag(node, "self_registration"));
            case "join" -> new ParticipantJoined(participant(node), role(node), whole(node, "round"));
            case "play" ->
                new MixturePlayed(
                        whole(node, "round"),
                        participant(node),
                        whole(node, "game"),
                        new Mixture(rationals(node, "mixture")));
            case "advance" ->
                new RoundAdvanced(
                        whole(node, "round"), AdvanceReason.ofKey(text(node, "reason")), instant(node, "began"));
            case "settle" ->
                new RoundSettled(
                        whole(node, "round"),
                        new Settlement(
                                list(node, "averages", GameEventReader::average),
                                list(node, "payoffs", GameEventReader::payoff)));
            case "finish" ->
                new ExperimentFinished(list(node, "shares", GameEventReader::share), number(node, "total"));
            case "draw" -> draw(node);
            case "commit" -> new LotteryBound(text(node, "secret"));
            case "nonce" -> new WordsAdded(participant(node), text(node, "words"));
            case "silent" ->
                new ParticipantSilent(
                        participant(node), instant(node, "since"), Silence.Action.ofKey(text(node, "action")));
            case "return" -> new ParticipantReturned(participant(node));
            case "stand_in" ->
                new StandInPlayed(
                        whole(node, "round"),
                        participant(node),
                        whole(node, "game"),
                        new Mixture(rationals(node, "mixture")));
            case "release" -> new ParticipantReleased(participant(node));
            case "note" ->
                new NoteSent(
                        number(node, "number"),
                        list(node, "to", one -> new ParticipantId(one.longValue())),
                        text(node, "text"));
            case "dismiss" -> new NoteDismissed(participant(node), number(node, "number"));
            case "enable" -> new ParticipantEnabled(participant(node));
            case "disable" -> new ParticipantDisabled(participant(node));
            case "pause" -> new ExperimentPaused(instant(node, "at"));
            case "resume" -> new ExperimentResumed(instant(node, "at"));
            case "admit" -> new RegistrationSwitched(flag(node, "open"));
            case "answer" ->
                new QuestionAnswered(
                        participant(node),
                        whole(node, "question"),
                        list(node, "given", JsonNode::stringValue),
                        flag(node, "right"));
            case "link" -> new LinkIssued(participant(node), text(node, "hash"), instant(node, "expires"));
            case "redeem" -> new LinkRedeemed(participant(node), text(node, "hash"));
            case ExperimentWiped.TYPE ->
                new ExperimentWiped(list(
                        node,
                        "retained",
                        left -> new ExperimentWiped.Retained(participant(left), number(left, "rseed"))));
            default -> throw new IllegalArgumentException("there is no event called \"" + type + "\"");
        };
    }

    private static GameEvent draw(JsonNode node) {
        String generator = text(node, "generator");
        if (!generator.equals(GameEventWriter.GENERATOR)) {
            throw new IllegalArgumentException("there is no generator called \"" + generator + "\"");
        }
        return new LotteryDrawn(
                optional(node, "method").map(DrawMethod::ofKey).orElse(DrawMethod.SEED),
                number(node, "seed"),
                whole(node, "wanted"),
                list(node, "winners", GameEventReader::winner));
    }

    static GameAverage average(JsonNode node) {
        List<List<Rational>> roles = node.has("roles")
                ? list(node, "roles", GameEventReader::numbers)
                : List.of(rationals(node, "rows"), rationals(node, "columns"));
        return new GameAverage(whole(node, "game"), roles, flag(node, "skipped"), whole(node, "plays"));
    }

    private static Payoff payoff(JsonNode node) {
        return new Payoff(participant(node), whole(node, "game"), Rational.ofText(text(node, "amount")));
    }

    private static Share share(JsonNode node) {
        return new Share(participant(node), new Score(number(node, "first_ticket"), number(node, "tickets")));
    }

    private static Winner winner(JsonNode node) {
        return new Winner(participant(node), whole(node, "prize"), number(node, "ticket"));
    }

    private static Role role(JsonNode node) {
        return new Role(whole(node, "role"));
    }

    private static ParticipantId participant(JsonNode node) {
        return new ParticipantId(number(node, "participant"));
    }

    private static List<Rational> numbers(JsonNode array) {
        List<Rational> numbers = new ArrayList<>(array.size());
        array.forEach(number -> numbers.add(Rational.ofText(number.stringValue())));
        return numbers;
    }

    static List<Rational> rationals(JsonNode node, String name) {
        return list(node, name, number -> Rational.ofText(number.stringValue()));
    }

    static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> element) {
        JsonNode array = node.required(name);
        if (!array.isArray()) {
            throw new IllegalArgumentException(name + " is not a list");
        }
        List<T> list = new ArrayList<>(array.size());
        array.forEach(child -> list.add(element.apply(child)));
        return list;
    }

    static Instant instant(JsonNode node, String name) {
        return Instant.parse(text(node, name));
    }

    static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }

    static Optional<String> optional(JsonNode node, String name) {
        return node.has(name) ? Optional.of(text(node, name)) : Optional.empty();
    }

    static int whole(JsonNode node, String name) {
        return node.required(name).intValue();
    }

    static long number(JsonNode node, String name) {
        return node.required(name).longValue();
    }

    static boolean flag(JsonNode node, String name) {
        return node.required(name).booleanValue();
    }
}
