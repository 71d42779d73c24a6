package org.aepsych.core.message;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.message.SessionMessages;
import org.aepsych.core.adaptive.recorded.NumberedSession;
import org.aepsych.core.config.server.ClientRules;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A conversation with one client: one answer for each request, in order. Whatever a client sends, the conversation goes
 * on; a request that cannot be served is answered with {@code server_error}. Thread-safe.
 */
public final class ClientSession implements Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(ClientSession.class);
    private static final String TYPES = "['setup', 'ask', 'tell', 'query', 'parameters', 'exit', 'get_config',"
            + " 'finish_strategy', 'info', 'resume']";

    private static final Json.Obj FIRST_ASK =
            Json.Obj.empty().with("type", Json.of("ask")).with("message", Json.of(""));

    private final AdaptiveExperiments experiments;
    private final SessionMessages messages;
    private final CurrentExperiments everybody;
    private final Runnable onExit;
    private final AnswerStyle style;
    private final boolean answersGarbage;
    private final boolean adopts;
    private final JsonReader reader = new JsonReader();
    private Optional<NumberedSession> current = Optional.empty();
    private boolean exited;
    private boolean closed;

    ClientSession(
            AdaptiveExperiments experiments,
            SessionMessages messages,
            CurrentExperiments everybody,
            ClientRules rules,
            boolean adopts,
            Runnable onExit) {
        this.experiments = experiments;
        this.messages = messages;
        this.everybody = everybody;
        this.onExit = onExit;
        this.style = AnswerStyle.of(rules.era());
        this.answersGarbage = rules.answersGarbage();
        this.adopts = adopts;
    }

    @Override
    public synchronized Reply handle(String json) {
        Json request;
        try {
            request = reader.read(json);
        } catch (IllegalArgumentException e) {
            return refuse(json, String.valueOf(e.getMessage()));
        }
        try {
            Envelope envelope = Envelope.of(request);
            style.require(envelope);
            return new Reply(style.answer(envelope, answer(envelope)), exited);
        } catch (RequestException e) {
            return error(ServerErrors.text(e), request);
        } catch (AepsychException e) {
            return error(ServerErrors.text(e), request);
        } catch (RuntimeException e) {
            LOG.error("a request failed", e);
            return error("RuntimeError('the request failed inside the program')", request);
        }
    }

    @Override
    public Reply refuse(String raw, String reason) {
        if (!answersGarbage) {
            LOG.info("dropped {} characters that are no JSON: {}", raw.length(), reason);
            return new Reply("", false);
        }
        return error(ServerErrors.text(new RequestException("ValueError", "not JSON: " + reason)), Json.of(raw));
    }

    @Override
    public void close() {
        boolean runHook;
        synchronized (this) {
            runHook = exited && !closed;
            closed = true;
            everybody.remove(this);
        }
        if (runHook) {
            onExit.run();
        }
    }

    private Reply error(String text, Json request) {
        return new Reply(style.error(text, request), false, true);
    }

    private Json.Obj answer(Envelope envelope) {
        return switch (envelope.type()) {
            case "setup" -> setup(envelope);
            case "ask" -> ask(envelope);
            case "tell" -> Answers.told(messages.tell(stream("update"), tells(envelope)));
            case "query" -> messages.query(stream("get_max"), envelope.request(), envelope.message());
            case "parameters" -> parameters(envelope);
            case "get_config" -> getConfig(envelope.message());
            case "finish_strategy" -> Answers.finished(messages.finishStrategy(stream("finish"), envelope.request()));
            case "info" -> info();
            case "can_model" ->
                Json.Obj.empty().with("can_model", Json.of(Answers.canFit(messages.status(stream("can_fit")))));
            case "resume" -> resume(envelope);
            case "exit" -> exit(envelope);
            default ->
                throw new RequestException(
                        "RuntimeError",
                        "unknown type: " + envelope.type() + ". Allowed types [dict_keys(" + TYPES + ")]");
        };
    }

    private Json.Obj setup(Envelope envelope) {
        Optional<String> sameExperiment = current.map(NumberedSession::experimentId);
        Json.Obj begun =
                begin(experiments.setup(envelope.request(), SetupMessage.file(envelope.message()), sameExperiment));
        return style.asksAtOnce(envelope) ? ask(new Envelope(FIRST_ASK, "ask")) : begun;
    }

    private List<Json.Obj> tells(Envelope envelope) {
        Optional<Json> message = envelope.request().find("message");
        if (style.takesBatches() && message.isPresent() && message.get() instanceof Json.Arr batch) {
            return batch.items().stream()
                    .map(item -> envelope.request().with("message", item))
                    .map(request -> new Envelope(request, envelope.type()))
                    .peek(Envelope::message)
                    .map(Envelope::request)
                    .toList();
        }
        var unused = envelope.message();
        return List.of(envelope.request());
    }

    private Json.Obj parameters(Envelope envelope) {
        Optional<NumberedSession> opened = current();
        opened.ifPresent(asked -> messages.note(asked.stream(), envelope.type(), envelope.request()));
        return opened.map(asked -> Answers.parameters(messages.status(asked.stream())))
                .orElse(Json.Obj.empty());
    }

    private Json.Obj resume(Envelope envelope) {
        Json id = envelope.message()
                .find("strat_id")
                .orElseThrow(() -> new RequestException(
                        "KeyError", "'strat_id' is missing; it is the number that the setup was answered with"));
        long number = Envelope.whole(id)
                .orElseThrow(() -> new RequestException(
                        "ValueError", "'strat_id' expects a whole number, but found " + id.text()));
        return begin(messages.resume(number, envelope.request()));
    }

    /** Works on a session from now on. */
    void workOn(NumberedSession opened) {
        current = Optional.of(opened);
        everybody.set(this, opened.stream(), adopts);
    }

    private Json.Obj begin(NumberedSession opened) {
        workOn(opened);
        return Json.Obj.empty().with("strat_id", Json.of(opened.number()));
    }

    private Json.Obj ask(Envelope envelope) {
        Json.Obj options = envelope.options();
        StreamId stream = stream("gen");
        Json points = options.find("num_points").orElse(Json.of(1));
        if (!(points instanceof Json.Whole)) {
            throw new RequestException("TypeError", "'num_points' expects a whole number, but found " + points.text());
        }
        Json fixed = options.find("fixed_pars").orElse(Json.Obj.empty());
        if (!(fixed instanceof Json.Obj held)) {
            throw new RequestException("TypeError", "'fixed_pars' expects an object, but found " + fixed.text());
        }
        long number = Envelope.whole(points).orElse(Long.MAX_VALUE);
        return Answers.asked(messages.ask(stream, envelope.request(), number, held));
    }

    private Json.Obj getConfig(Json.Obj message) {
        return ConfigAnswer.of(messages.status(stream("to_dict")).config(), message);
    }

    private Json.Obj info() {
        NumberedSession opened = current().orElseThrow(() -> beforeSetup("experiment_id"));
        return Answers.info(
                experiments.storageName(), experiments.count(), opened.number(), messages.status(opened.stream()));
    }

    private Json.Obj exit(Envelope envelope) {
        current.ifPresent(opened -> messages.exit(opened.stream(), envelope.request()));
        exited = true;
        return Json.Obj.empty().with("termination_type", Json.of("Terminate")).with("success", Json.of(true));
    }

    private StreamId stream(String attribute) {
        return current().map(NumberedSession::stream).orElseThrow(() -> beforeSetup(attribute));
    }

    private Optional<NumberedSession> current() {
        if (current.isEmpty() && adopts) {
            current = everybody.adopt(this);
        }
        return current;
    }

    private static RequestException beforeSetup(String attribute) {
        return new RequestException(
                "AttributeError",
                "'NoneType' object has no attribute '" + attribute + "': there is no experiment yet, send setup first");
    }
}
