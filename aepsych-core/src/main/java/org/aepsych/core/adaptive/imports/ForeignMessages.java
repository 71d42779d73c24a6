package org.aepsych.core.adaptive.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.event.AdaptiveCodec;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.event.Tell;
import org.aepsych.core.adaptive.event.TellReader;
import org.aepsych.core.adaptive.session.Session;
import org.aepsych.core.aepsych.RecordedMessage;
import org.aepsych.core.aepsych.RecordedSession;
import org.aepsych.core.json.Json;

/** The messages of another program's session after its setup, as events; what does not fit the setup is left out. */
final class ForeignMessages {
    private static final String MESSAGE = "message";
    private static final Set<String> TELL_KEYS = Set.of("config", "outcome", "model_data");
    private static final Set<String> QUESTIONS = Set.of("query", "parameters", "info", "get_config", "can_model");

    private final ExperimentDesign design;
    private final RecordedSession session;
    private final List<String> notes;
    private final List<Message> messages = new ArrayList<>();
    private int trials;

    private ForeignMessages(ExperimentDesign design, RecordedSession session, List<String> notes) {
        this.design = design;
        this.session = session;
        this.notes = notes;
    }

    /**
     * A message.
     *
     * @param recorded as recorded
     * @param meaning its event, given the session before it
     */
    record Message(RecordedMessage recorded, Function<Session, AdaptiveEvent> meaning) {
        AdaptiveEvent event(Session before) {
            return meaning.apply(before);
        }
    }

    /**
     * Reads the messages.
     *
     * @param session as recorded
     * @param design what its setup says
     * @param notes where to add what is left out
     * @return the messages
     */
    static ForeignMessages read(RecordedSession session, ExperimentDesign design, List<String> notes) {
        ForeignMessages messages = new ForeignMessages(design, session, notes);
        messages.read();
        return messages;
    }

    List<Message> list() {
        return messages;
    }

    int trials() {
        return trials;
    }

    private void read() {
        List<RecordedMessage> recorded = session.messages();
        Map<RecordedMessage, List<Json.Obj>> tells = tells(recorded);
        for (int i = 1; i < recorded.size(); i++) {
            RecordedMessage message = recorded.get(i);
            List<RecordedMessage> later = recorded.subList(i + 1, recorded.size());
            switch (message.type()) {
                case "ask" -> ask(message, presented(later, tells));
                case "tell" ->
                    tells.getOrDefault(message, List.of()).forEach(request -> {
                        add(message, before -> new AdaptiveEvent.Tell(request));
                    });
                case "resume" -> add(message, before -> new AdaptiveEvent.Resume(request(message)));
                case "exit" -> add(message, before -> new AdaptiveEvent.Exit(request(message)));
                case "finish_strategy" ->
                    add(
                            message,
                            before -> new AdaptiveEvent.FinishStrategy(
                                    request(message), before.current().step().index()));
                case "setup" -> note(message, "a second setup has no place in a session; it is left out");
                default -> other(message);
            }
        }
    }

    private void other(RecordedMessage message) {
        if (!QUESTIONS.contains(message.type())) {
            note(message, "the type is unknown; the message is kept, and changes nothing");
        }
        add(message, before -> new AdaptiveEvent.Noted(message.type(), request(message)));
    }

    private void add(RecordedMessage message, Function<Session, AdaptiveEvent> meaning) {
        messages.add(new Message(message, meaning));
    }

    private void note(RecordedMessage message, String sentence) {
        notes.add("message " + message.number() + " (" + message.type() + "): " + sentence);
    }

    private static Json.Obj request(RecordedMessage message) {
        return message.request().orElseGet(() -> Json.Obj.empty().with("type", Json.of(message.type())));
    }

    private void ask(RecordedMessage message, List<Presentation> presented) {
        Json wished = request(message).find(MESSAGE).orElse(new Json.Null());
        Json points =
                wished instanceof Json.Obj options ? options.find("num_points").orElse(Json.of(1)) : Json.of(1);
        if (!(points instanceof Json.Whole whole
                && whole.value().signum() >= 0
                && whole.value().bitLength() < 31)) {
            note(message, "'num_points' expects a whole number from 0, but is " + points.text() + "; it is left out");
            return;
        }
        int count = whole.value().intValue();
        List<Presentation> known = presented.subList(0, Math.min(count, presented.size()));
        add(message, before -> before.foreignAsk(request(message), count, known));
    }

    /** What an ask was answered is not recorded, but what was then reported is what was presented. */
    private List<Presentation> presented(List<RecordedMessage> later, Map<RecordedMessage, List<Json.Obj>> tells) {
        List<Presentation> presented = new ArrayList<>();
        for (RecordedMessage message : later) {
            if (message.type().equals("ask")) {
                break;
            }
            for (Json.Obj request : tells.getOrDefault(message, List.of())) {
                tell(request).trials().stream()
                        .flatMap(trial -> trial.observation().stream())
                        .map(Observation::presentation)
                        .forEach(presented::add);
            }
        }
        return presented;
    }

    /** Returns each tell's requests in today's shape, and counts the trials; those that do not fit are left out. */
    private Map<RecordedMessage, List<Json.Obj>> tells(List<RecordedMessage> recorded) {
        Map<RecordedMessage, List<Json.Obj>> tells = new LinkedHashMap<>();
        Map<RecordedMessage, Integer> counts = new LinkedHashMap<>();
        for (RecordedMessage message : recorded) {
            if (message.type().equals("tell")) {
                List<Json.Obj> good = new ArrayList<>();
                for (Json.Obj request : requests(message)) {
                    Optional<Json.Obj> fitting = fitting(message, request);
                    fitting.ifPresent(tell -> {
                        int count = tell(tell).trials().size();
                        good.add(tell);
                        counts.merge(message, count, Integer::sum);
                        trials += count;
                    });
                }
                tells.put(message, good);
            }
        }
        tells.replaceAll(this::withExtraInfo);
        addExtraData(tells, counts);
        return tells;
    }

    /** Servers up to 0.7 took a list of tells as one message. */
    private static List<Json.Obj> requests(RecordedMessage message) {
        Json.Obj request = request(message);
        if (request.find(MESSAGE).orElse(new Json.Null()) instanceof Json.Arr several) {
            return several.items().stream()
                    .map(item -> request.with(MESSAGE, item))
                    .toList();
        }
        return List.of(request);
    }

    /**
     * Returns a tell as it can be taken: as it is; or, if no strategy can learn from it, as a record only. AEPsych lets
     * its models learn from values that its own types do not allow, such as a binary outcome of 0.1.
     */
    private Optional<Json.Obj> fitting(RecordedMessage message, Json.Obj request) {
        try {
            var unused = tell(request);
            return Optional.of(request);
        } catch (AepsychException refusal) {
            Json.Obj record = request.with(MESSAGE, message(request).with("model_data", Json.of(false)));
            try {
                var unused = tell(record);
            } catch (AepsychException e) {
                note(message, refusal.getMessage() + "; it is left out");
                return Optional.empty();
            }
            note(message, refusal.getMessage() + "; the trial is kept, but no strategy learns from it");
            return Optional.of(record);
        }
    }

    private Tell tell(Json.Obj request) {
        return TellReader.read(design, message(request));
    }

    private static Json.Obj message(Json.Obj request) {
        return AdaptiveCodec.message(new AdaptiveEvent.Tell(request));
    }

    /** Where trials have no room for extra data, {@code extra_info} of the request is what was told beside the outcome. */
    private List<Json.Obj> withExtraInfo(RecordedMessage message, List<Json.Obj> requests) {
        if (session.extraData().isPresent()) {
            return requests;
        }
        Json.Obj extra = message.extraInfo()
                .or(() -> request(message).find("extra_info"))
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .orElse(Json.Obj.empty());
        return requests.stream().map(request -> with(request, extra)).toList();
    }

    /** Extra data of trials that a later server moved there from elsewhere; only if it is clear which trial is which. */
    private void addExtraData(Map<RecordedMessage, List<Json.Obj>> tells, Map<RecordedMessage, Integer> counts) {
        List<Json.Obj> extraData = session.extraData().orElse(List.of());
        if (extraData.size() != trials) {
            if (!extraData.isEmpty()) {
                notes.add("experiment " + session.number() + " has " + extraData.size() + " rows in raw_data, but its"
                        + " messages tell of " + trials + " trials; the messages count");
            }
            return;
        }
        int trial = 0;
        for (Map.Entry<RecordedMessage, List<Json.Obj>> entry : tells.entrySet()) {
            int count = counts.getOrDefault(entry.getKey(), 0);
            if (count == 1 && entry.getValue().size() == 1) {
                Json.Obj extra = extraData.get(trial);
                entry.setValue(List.of(with(entry.getValue().get(0), extra)));
            }
            trial += count;
        }
    }

    /** Adds what is not there yet to the message of a tell. */
    private static Json.Obj with(Json.Obj request, Json.Obj extra) {
        Map<String, Json> members = new LinkedHashMap<>(message(request).members());
        extra.members().forEach((key, value) -> {
            if (!TELL_KEYS.contains(key)) {
                members.putIfAbsent(key, value);
            }
        });
        return request.with(MESSAGE, new Json.Obj(members));
    }
}
