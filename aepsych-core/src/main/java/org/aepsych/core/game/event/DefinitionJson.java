package org.aepsych.core.game.event;

import static org.aepsych.core.game.event.GameEventReader.flag;
import static org.aepsych.core.game.event.GameEventReader.list;
import static org.aepsych.core.game.event.GameEventReader.optional;
import static org.aepsych.core.game.event.GameEventReader.text;
import static org.aepsych.core.game.event.GameEventReader.whole;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.game.Game;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.core.game.definition.Admission;
import org.aepsych.core.game.definition.Correspondence;
import org.aepsych.core.game.definition.Display;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.InstructionKind;
import org.aepsych.core.game.definition.OwnTexts;
import org.aepsych.core.game.definition.PayoffChoice;
import org.aepsych.core.game.definition.PriorHistory;
import org.aepsych.core.game.definition.Prize;
import org.aepsych.core.game.definition.Question;
import org.aepsych.core.game.definition.Questionnaire;
import org.aepsych.core.game.definition.Schedule;
import org.aepsych.core.game.definition.Silence;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.tree.GameTree;
import org.aepsych.core.game.tree.TreeText;
import org.aepsych.core.player.PolicyChoice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Definitions in the log. What was added later may be absent: then it is as it was before there was a choice. */
final class DefinitionJson {
    private DefinitionJson() {}

    static void write(ObjectNode node, GameDefinition definition) {
        definition.id().ifPresent(id -> node.put("id", id.value()));
        definition.name().ifPresent(name -> node.put("name", name));
        definition.description().ifPresent(description -> node.put("description", description));
        Schedule schedule = definition.schedule();
        ObjectNode times = node.putObject("schedule")
                .put("rounds", schedule.rounds())
                .put("minutes", schedule.minutes())
                .put("percent", schedule.percent())
                .put("grace_minutes", schedule.graceMinutes())
                .put("play_rounds", schedule.playRounds());
        schedule.start().ifPresent(start -> times.put("start", start.toString()));
        Admission admission = definition.admission();
        node.putObject("admission")
                .put("player_max", admission.playerMax())
                .put("self_registration", admission.selfRegistration())
                .put("kept_after_start", admission.keptAfterStart());
        Display display = definition.display();
        node.putObject("display")
                .put("instructions", display.instructions())
                .put("history", display.history())
                .put("shuffled", display.shuffled())
                .put("relative_rounds", display.relativeRounds());
        ObjectNode prize = node.putObject("prize")
                .put("lottery", definition.prize().lottery())
                .put("winners", definition.prize().winners());
        if (definition.prize().draw() != DrawMethod.SEED) {
            prize.put("draw", definition.prize().draw().key());
        }
        ObjectNode payoff =
                node.putObject("payoff").put("rule", definition.payoff().rule());
        ObjectNode options = payoff.putObject("options");
        definition.payoff().options().forEach(options::put);
        ArrayNode games = node.putArray("games");
        definition.games().forEach(game -> {
            ObjectNode written = games.addObject();
            write(written, game);
            definition.tree(game.id()).ifPresent(tree -> written.put("tree", TreeText.write(tree, "")));
        });
        writeAdded(node, definition);
    }

    /** Writes what is not there in most experiments, and was not there at all in old ones, only if it is there. */
    private static void writeAdded(ObjectNode node, GameDefinition definition) {
        InstructionKind kind = definition.display().kind();
        if (kind != InstructionKind.TEXT) {
            node.put("instructions_kind", kind.key());
        }
        Questionnaire questionnaire = definition.questionnaire();
        if (questionnaire.required()) {
            ArrayNode questions = node.putObject("questionnaire").putArray("own");
            questionnaire
                    .own()
                    .forEach(question ->
                            questions.addObject().put("text", question.text()).put("answer", question.answer()));
        }
        if (!questionnaire.consent().isEmpty()) {
            node.put("consent", questionnaire.consent());
        }
        if (!definition.prior().rounds().isEmpty()) {
            ArrayNode rounds = node.putArray("prior");
            definition.prior().rounds().forEach(round -> {
                ArrayNode averages = rounds.addArray();
                round.forEach(average -> GameEventWriter.write(averages.addObject(), average));
            });
        }
        definition.texts().texts().forEach((language, own) -> {
            ObjectNode written = node.withObject("/texts/" + language)
                    .put("name", own.name())
                    .put("instructions", own.instructions())
                    .put("lottery", own.lottery());
            if (!own.consent().isEmpty()) {
                written.put("consent", own.consent());
            }
        });
        if (!definition.silence().rules().isEmpty()) {
            ArrayNode rules = node.putArray("silence");
            definition.silence().rules().forEach(rule -> write(rules.addObject(), rule));
        }
        Correspondence mails = definition.correspondence();
        if (!mails.equals(Correspondence.NONE)) {
            ObjectNode written = node.putObject("correspondence").put("mail_rounds", mails.mailRounds());
            mails.contact().ifPresent(contact -> written.put("contact", contact));
            mails.logIn().ifPresent(address -> written.put("log_in", address.toString()));
            if (!mails.language().equals(Correspondence.USUAL_LANGUAGE)) {
                written.put("language", mails.language());
            }
        }
    }

    private static void write(ObjectNode node, Silence.Rule rule) {
        node.put("seconds", rule.seconds()).put("action", rule.action().key());
        rule.standIn().ifPresent(policy -> {
            ObjectNode options = node.put("policy", policy.policy()).putObject("options");
            policy.options().forEach(options::put);
        });
    }

    private static Silence.Rule silence(JsonNode node) {
        return new Silence.Rule(
                whole(node, "seconds"),
                Silence.Action.ofKey(text(node, "action")),
                optional(node, "policy").map(policy -> new PolicyChoice(policy, options(node))));
    }

    private static SortedMap<String, String> options(JsonNode node) {
        SortedMap<String, String> options = new TreeMap<>();
        node.required("options")
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().stringValue()));
        return options;
    }

    private static void write(ObjectNode node, Game game) {
        node.put("id", game.id()).put("name", game.name());
        if (game.roles() > 2) {
            ArrayNode actions = node.putArray("actions");
            game.actions().forEach(actions::add);
        } else {
            node.put("rows", game.rows()).put("columns", game.columns());
        }
        node.put("payoffs", game.payoffText());
    }

    static GameDefinition read(JsonNode node) {
        JsonNode times = node.required("schedule");
        JsonNode admission = node.required("admission");
        JsonNode display = node.required("display");
        JsonNode prize = node.required("prize");
        JsonNode payoff = node.required("payoff");
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
                        optional(node, "instructions_kind")
                                .map(InstructionKind::ofKey)
                                .orElse(InstructionKind.TEXT),
                        text(display, "instructions"),
                        flag(display, "history"),
                        flag(display, "shuffled"),
                        flag(display, "relative_rounds")),
                new Prize(
                        text(prize, "lottery"),
                        whole(prize, "winners"),
                        optional(prize, "draw").map(DrawMethod::ofKey).orElse(DrawMethod.SEED)),
                new PayoffChoice(text(payoff, "rule"), options(payoff)),
                list(node, "games", DefinitionJson::game),
                questionnaire(node),
                node.has("prior") ? new PriorHistory(list(node, "prior", DefinitionJson::round)) : PriorHistory.NONE,
                node.has("correspondence") ? correspondence(node.required("correspondence")) : Correspondence.NONE,
                node.has("silence") ? new Silence(list(node, "silence", DefinitionJson::silence)) : Silence.NONE,
                trees(node),
                node.has("texts") ? texts(node.required("texts")) : OwnTexts.NONE);
    }

    private static SortedMap<Integer, GameTree> trees(JsonNode node) {
        SortedMap<Integer, GameTree> trees = new TreeMap<>();
        node.required("games")
                .forEach(game ->
                        optional(game, "tree").ifPresent(text -> trees.put(whole(game, "id"), TreeText.parse(text))));
        return trees;
    }

    private static OwnTexts texts(JsonNode node) {
        SortedMap<String, OwnTexts.Translation> texts = new TreeMap<>();
        node.properties()
                .forEach(own -> texts.put(
                        own.getKey(),
                        new OwnTexts.Translation(
                                text(own.getValue(), "name"),
                                text(own.getValue(), "instructions"),
                                text(own.getValue(), "lottery"),
                                optional(own.getValue(), "consent").orElse(""))));
        return new OwnTexts(texts);
    }

    private static Questionnaire questionnaire(JsonNode node) {
        List<Question> own = node.has("questionnaire")
                ? list(
                        node.required("questionnaire"),
                        "own",
                        question -> new Question(text(question, "text"), text(question, "answer")))
                : List.of();
        return new Questionnaire(
                node.has("questionnaire"), own, optional(node, "consent").orElse(""));
    }

    private static List<GameAverage> round(JsonNode node) {
        List<GameAverage> averages = new ArrayList<>();
        node.forEach(average -> averages.add(GameEventReader.average(average)));
        return averages;
    }

    private static Correspondence correspondence(JsonNode node) {
        return new Correspondence(
                optional(node, "contact"),
                flag(node, "mail_rounds"),
                optional(node, "log_in").map(URI::create),
                optional(node, "language").orElse(Correspondence.USUAL_LANGUAGE));
    }

    private static Game game(JsonNode node) {
        List<Integer> actions = node.has("actions")
                ? list(node, "actions", JsonNode::intValue)
                : List.of(whole(node, "rows"), whole(node, "columns"));
        return new Game(whole(node, "id"), text(node, "name"), actions, Game.parsePayoffs(text(node, "payoffs")));
    }
}
