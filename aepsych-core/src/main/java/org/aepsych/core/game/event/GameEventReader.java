package org.aepsych.core.game.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.api.payoff.Settlement.Payoff;
import org.aepsych.core.game.definition.Admission;
import org.aepsych.core.game.definition.Display;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.PayoffChoice;
import org.aepsych.core.game.definition.Prize;
import org.aepsych.core.game.definition.Schedule;
import org.aepsych.core.game.event.GameEvent.ExperimentFinished;
import org.aepsych.core.game.event.GameEvent.ExperimentStarted;
import org.aepsych.core.game.event.GameEvent.GameDefined;
import org.aepsych.core.game.event.GameEvent.LotteryDrawn;
import org.aepsych.core.game.event.GameEvent.MixturePlayed;
import org.aepsych.core.game.event.GameEvent.ParticipantDisabled;
import org.aepsych.core.game.event.GameEvent.ParticipantEnabled;
import org.aepsych.core.game.event.GameEvent.ParticipantJoined;
import org.aepsych.core.game.event.GameEvent.ParticipantRegistered;
import org.aepsych.core.game.event.GameEvent.RoundAdvanced;
import org.aepsych.core.game.event.GameEvent.RoundSettled;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.lottery.Score;
import org.aepsych.core.game.lottery.Share;
import org.aepsych.core.game.lottery.Winner;
import tools.jackson.databind.JsonNode;

/** Reads what {@link GameEventWriter} wrote; Jackson refuses nodes that are missing or of another type. */
final class GameEventReader {
    GameEvent read(String type, JsonNode node) {
        return switch (type) {
            case "setup" -> new GameDefined(text(node, "config"), definition(node.required("definition")));
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
            case "enable" -> new ParticipantEnabled(participant(node));
            case "disable" -> new ParticipantDisabled(participant(node));
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

    private static GameDefinition definition(JsonNode node) {
        JsonNode times = node.required("schedule");
        JsonNode admission = node.required("admission");
        JsonNode display = node.required("display");
        JsonNode prize = node.required("prize");
        JsonNode payoff = node.required("payoff");
        SortedMap<String, String> options = new TreeMap<>();
        payoff.required("options")
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().stringValue()));
        return new GameDefinition(
                optional(node, "id").map(ExperimentId::new),
                optional(node, "name"),
                optional(node, "description"),
                new Schedule(
                        whole(times, "rounds"),
                        whole(times, "minutes"),
                        whole(times, "percent"),
                        whole(times, "grace_minutes"),
                        whole(times, "play_rounds"),
                        optional(times, "start").map(Instant::parse)),
                new Admission(
                        whole(admission, "player_max"),
                        flag(admission, "self_registration"),
                        flag(admission, "kept_after_start")),
                new Display(
                        text(display, "instructions"),
                        flag(display, "history"),
                        flag(display, "shuffled"),
                        flag(display, "relative_rounds")),
                new Prize(text(prize, "lottery"), whole(prize, "winners")),
                new PayoffChoice(text(payoff, "rule"), options),
                list(node, "games", GameEventReader::game));
    }

    private static Game game(JsonNode node) {
        return new Game(
                whole(node, "id"),
                text(node, "name"),
                whole(node, "rows"),
                whole(node, "columns"),
                Game.parsePayoffs(text(node, "payoffs")));
    }

    private static GameAverage average(JsonNode node) {
        return new GameAverage(
                whole(node, "game"),
                rationals(node, "rows"),
                rationals(node, "columns"),
                flag(node, "skipped"),
                whole(node, "plays"));
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

    private static List<Rational> rationals(JsonNode node, String name) {
        return list(node, name, number -> Rational.ofText(number.stringValue()));
    }

    private static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> element) {
        JsonNode array = node.required(name);
        if (!array.isArray()) {
            throw new IllegalArgumentException(name + " is not a list");
        }
        List<T> list = new ArrayList<>(array.size());
        array.forEach(child -> list.add(element.apply(child)));
        return list;
    }

    private static Instant instant(JsonNode node, String name) {
        return Instant.parse(text(node, name));
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return node.has(name) ? Optional.of(text(node, name)) : Optional.empty();
    }

    private static int whole(JsonNode node, String name) {
        return node.required(name).intValue();
    }

    private static long number(JsonNode node, String name) {
        return node.required(name).longValue();
    }

    private static boolean flag(JsonNode node, String name) {
        return node.required(name).booleanValue();
    }
}
