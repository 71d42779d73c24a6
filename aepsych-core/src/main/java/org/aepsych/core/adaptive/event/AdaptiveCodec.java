package org.aepsych.core.adaptive.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.core.engine.EventStamp;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;

/**
 * Events as text. {@code message_type} is the word of the request; {@code message_contents} holds {@code request}, as the
 * client sent it, and what was decided beside it, floating-point numbers in the shortest form that gives the same bits.
 */
public final class AdaptiveCodec {
    private static final int VERSION = 1;
    private static final String REQUEST = "request";

    private final JsonReader reader = new JsonReader();

    /**
     * Writes an event.
     *
     * @param stamp when it happened, and what the client said besides
     * @param event what happened
     * @return its text
     */
    public NewEvent encode(EventStamp stamp, AdaptiveEvent event) {
        Json.Obj contents = Json.Obj.empty().with(REQUEST, event.request());
        for (Map.Entry<String, Json> member : decision(event).members().entrySet()) {
            contents = contents.with(member.getKey(), member.getValue());
        }
        return new NewEvent(stamp.timestamp(), type(event), VERSION, contents.text(), stamp.extraInfo());
    }

    /**
     * Reads an event.
     *
     * @param recorded its text
     * @return what happened
     * @throws AepsychException {@code LOG_TAMPERED} if the text is none that {@link #encode} writes
     */
    public AdaptiveEvent decode(RecordedEvent recorded) {
        try {
            if (recorded.version() != VERSION) {
                throw new IllegalArgumentException("version " + recorded.version() + " is unknown");
            }
            Fields fields = new Fields(object(reader.read(recorded.contents())));
            Json.Obj request = fields.object(REQUEST);
            if (fields.optional("noted").isPresent()) {
                return new AdaptiveEvent.Noted(recorded.type(), request);
            }
            return switch (recorded.type()) {
                case "setup" ->
                    new AdaptiveEvent.Setup(
                            request,
                            fields.text("config"),
                            fields.whole("seed"),
                            fields.text("experiment_id"),
                            fields.text("participant_id"),
                            fields.optional("warm_start")
                                    .map(WarmStartText::read)
                                    .orElse(WarmStart.NONE),
                            fields.optional("imported").map(AdaptiveCodec::origin));
                case "ask" ->
                    new AdaptiveEvent.Ask(
                            request,
                            Math.toIntExact(fields.whole("step")),
                            Math.toIntExact(fields.whole("round")),
                            Math.toIntExact(fields.whole("points")),
                            values(fields.object("fixed")),
                            new Proposal(presentations(fields.list("presentations")), numbers(fields.list("memory"))),
                            fields.flag("is_finished"),
                            fields.optional("foreign").isPresent());
                case "tell" -> new AdaptiveEvent.Tell(request);
                case "finish_strategy" ->
                    new AdaptiveEvent.FinishStrategy(request, Math.toIntExact(fields.whole("step")));
                case "query" -> new AdaptiveEvent.Query(request, fields.object("answer"));
                case "resume" -> new AdaptiveEvent.Resume(request);
                case "exit" -> new AdaptiveEvent.Exit(request);
                case "fork" -> new AdaptiveEvent.Fork(request, position(fields.object("source")));
                default -> throw new IllegalArgumentException("the type is unknown");
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new AepsychException(
                    StandardError.LOG_TAMPERED,
                    "message " + recorded.sequence() + " (" + recorded.type() + ") is none of an adaptive experiment: "
                            + e.getMessage(),
                    e);
        }
    }

    /**
     * Returns the message of an event's request.
     *
     * @param event what happened
     * @return empty if the message was no object
     */
    public static Json.Obj message(AdaptiveEvent event) {
        return event.request().find("message").orElse(Json.Obj.empty()) instanceof Json.Obj message
                ? message
                : Json.Obj.empty();
    }

    /**
     * Returns what was decided.
     *
     * @param event what happened
     * @return everything of the event but the request
     */
    public static Json.Obj decision(AdaptiveEvent event) {
        if (event instanceof AdaptiveEvent.Setup setup) {
            Json.Obj decision = Json.Obj.empty()
                    .with("config", Json.of(setup.config()))
                    .with("seed", Json.of(setup.seed()))
                    .with("experiment_id", Json.of(setup.experimentId()))
                    .with("participant_id", Json.of(setup.participantId()));
            Json.Obj informed = setup.warmStart().isEmpty()
                    ? decision
                    : decision.with("warm_start", WarmStartText.write(setup.warmStart()));
            return setup.origin()
                    .map(origin -> informed.with("imported", json(origin)))
                    .orElse(informed);
        } else if (event instanceof AdaptiveEvent.Ask ask) {
            Proposal proposal = ask.proposal();
            Json.Obj decision = Json.Obj.empty()
                    .with("step", Json.of(ask.step()))
                    .with("round", Json.of(ask.round()))
                    .with("points", Json.of(ask.points()))
                    .with("fixed", fixed(ask.fixed()))
                    .with(
                            "presentations",
                            Json.array(proposal.presentations().stream()
                                    .map(AdaptiveCodec::json)
                                    .toList()))
                    .with(
                            "memory",
                            Json.array(proposal.memory().stream().map(Json::of).toList()))
                    .with("is_finished", Json.of(ask.finished()));
            return ask.foreign() ? decision.with("foreign", Json.of(true)) : decision;
        } else if (event instanceof AdaptiveEvent.FinishStrategy finish) {
            return Json.Obj.empty().with("step", Json.of(finish.step()));
        } else if (event instanceof AdaptiveEvent.Query query) {
            return Json.Obj.empty().with("answer", query.answer());
        } else if (event instanceof AdaptiveEvent.Noted) {
            return Json.Obj.empty().with("noted", Json.of(true));
        } else if (event instanceof AdaptiveEvent.Fork fork) {
            return Json.Obj.empty().with("source", json(fork.source()));
        }
        return Json.Obj.empty();
    }

    private static String type(AdaptiveEvent event) {
        if (event instanceof AdaptiveEvent.Setup) {
            return "setup";
        } else if (event instanceof AdaptiveEvent.Ask) {
            return "ask";
        } else if (event instanceof AdaptiveEvent.Tell) {
            return "tell";
        } else if (event instanceof AdaptiveEvent.FinishStrategy) {
            return "finish_strategy";
        } else if (event instanceof AdaptiveEvent.Query) {
            return "query";
        } else if (event instanceof AdaptiveEvent.Resume) {
            return "resume";
        } else if (event instanceof AdaptiveEvent.Noted noted) {
            return noted.type();
        } else if (event instanceof AdaptiveEvent.Fork) {
            return "fork";
        }
        return "exit";
    }

    private static Json json(Origin origin) {
        return Json.Obj.empty().with("program", Json.of(origin.program())).with("unique_id", Json.of(origin.number()));
    }

    private static Origin origin(Json json) {
        Fields fields = new Fields(object(json));
        return new Origin(fields.text("program"), fields.whole("unique_id"));
    }

    static Json.Obj json(LogPosition position) {
        return Json.Obj.empty()
                .with("stream", Json.of(position.stream()))
                .with("experiment_id", Json.of(position.experimentId()))
                .with("sequence", Json.of(position.sequence()))
                .with("hash", Json.of(position.hash()));
    }

    static LogPosition position(Json.Obj object) {
        Fields fields = new Fields(object);
        return new LogPosition(
                fields.whole("stream"), fields.text("experiment_id"), fields.whole("sequence"), fields.text("hash"));
    }

    private static Json fixed(Map<String, Value> values) {
        Map<String, Json> members = new LinkedHashMap<>();
        values.keySet().stream()
                .sorted()
                .forEach(name -> members.put(name, json(values.getOrDefault(name, Value.of(0)))));
        return new Json.Obj(members);
    }

    static Json json(Presentation presentation) {
        return Json.array(presentation.stimuli().stream()
                .map(stimulus -> Json.array(
                        stimulus.values().stream().map(AdaptiveCodec::json).toList()))
                .toList());
    }

    /**
     * Writes a value.
     *
     * @param value of a parameter
     * @return a number or a text
     */
    public static Json json(Value value) {
        return value instanceof Value.Numeric number ? Json.of(number.value()) : Json.of(value.toString());
    }

    private static Value value(Json json) {
        return json instanceof Json.Text text ? Value.of(text.value()) : Value.of(number(json));
    }

    private static Map<String, Value> values(Json.Obj object) {
        Map<String, Value> values = new LinkedHashMap<>();
        object.members().forEach((name, json) -> values.put(name, value(json)));
        return values;
    }

    private static List<Presentation> presentations(List<Json> items) {
        List<Presentation> presentations = new ArrayList<>();
        for (Json item : items) {
            presentations.add(presentation(item));
        }
        return presentations;
    }

    static Presentation presentation(Json json) {
        return new Presentation(list(json).stream()
                .map(stimulus -> new Stimulus(
                        list(stimulus).stream().map(AdaptiveCodec::value).toList()))
                .toList());
    }

    static List<Double> numbers(List<Json> items) {
        return items.stream().map(AdaptiveCodec::number).toList();
    }

    private static double number(Json json) {
        if (json instanceof Json.Real real) {
            return real.value();
        }
        throw new IllegalArgumentException("expected a number with a fraction, but found " + json.text());
    }

    static List<Json> list(Json json) {
        if (json instanceof Json.Arr array) {
            return array.items();
        }
        throw new IllegalArgumentException("expected a list, but found " + json.text());
    }

    static Json.Obj object(Json json) {
        if (json instanceof Json.Obj object) {
            return object;
        }
        throw new IllegalArgumentException("expected an object, but found " + json.text());
    }

    /** The members of an event's contents, each of which must be there. */
    record Fields(Json.Obj contents) {
        private Json field(String name) {
            return contents.find(name).orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is missing"));
        }

        Optional<Json> optional(String name) {
            return contents.find(name);
        }

        Json.Obj object(String name) {
            return AdaptiveCodec.object(field(name));
        }

        List<Json> list(String name) {
            return AdaptiveCodec.list(field(name));
        }

        String text(String name) {
            if (field(name) instanceof Json.Text text) {
                return text.value();
            }
            throw new IllegalArgumentException("\"" + name + "\" is no text");
        }

        long whole(String name) {
            if (field(name) instanceof Json.Whole whole) {
                return whole.value().longValueExact();
            }
            throw new IllegalArgumentException("\"" + name + "\" is no whole number");
        }

        boolean flag(String name) {
            if (field(name) instanceof Json.Flag flag) {
                return flag.value();
            }
            throw new IllegalArgumentException("\"" + name + "\" is neither true nor false");
        }
    }
}
