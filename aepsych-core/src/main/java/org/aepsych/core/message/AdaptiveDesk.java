package org.aepsych.core.message;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.message.SessionMessages;
import org.aepsych.core.adaptive.recorded.NumberedSession;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.server.ClientRules;
import org.aepsych.core.json.Json;

/**
 * Where clients of adaptive experiments are served. Each client has its own current experiment; all experiments are in
 * one numbering, the {@code strat_id}: 0 for the first that was ever set up in the storage, and so on, the same after a
 * restart. Thread-safe.
 */
public final class AdaptiveDesk {
    private final AdaptiveExperiments experiments;
    private final SessionMessages messages;
    private final CurrentExperiments current;
    private final List<Runnable> exitHooks = new CopyOnWriteArrayList<>();

    /**
     * Opens the desk.
     *
     * @param experiments the sessions
     * @param messages what is said to them
     */
    @Inject
    public AdaptiveDesk(AdaptiveExperiments experiments, SessionMessages messages) {
        this.experiments = experiments;
        this.messages = messages;
        this.current = new CurrentExperiments(experiments);
    }

    /**
     * Begins a conversation with a client of the present protocol, of whom nothing is asked first.
     *
     * @return to be closed when the client is gone
     */
    public ClientSession connect() {
        return session(ClientRules.STANDARD, true);
    }

    /**
     * Begins a conversation with a client. As long as it has set up or resumed nothing, it goes on with the unfinished
     * session that was active last, unless another live client works on that.
     *
     * @param rules how it is treated
     * @return to be closed when the client is gone
     */
    public Conversation connect(ClientRules rules) {
        return new Guarded(session(rules, true), rules.secret(), AnswerStyle.of(rules.era()));
    }

    /**
     * Begins a conversation with a client that goes on with nobody's session but one that it names itself.
     *
     * @param rules how it is treated
     * @return to be closed when the client is gone
     */
    public Conversation newcomer(ClientRules rules) {
        return new Guarded(session(rules, false), rules.secret(), AnswerStyle.of(rules.era()));
    }

    /**
     * Begins a conversation about one session, whose client has shown already that it may.
     *
     * @param number the session's {@code strat_id}
     * @return to be closed when it is over
     * @throws org.aepsych.api.AepsychException {@code NO_SUCH_EXPERIMENT} if there is none of that number
     */
    public Conversation workingOn(int number) {
        ClientSession session = session(ClientRules.STANDARD, false);
        session.workOn(experiments.session(number));
        return session;
    }

    private ClientSession session(ClientRules rules, boolean adopts) {
        return new ClientSession(experiments, messages, current, rules, adopts, this::exited);
    }

    /**
     * Sets up an experiment before any client is there; the first client goes on with it.
     *
     * @param text the experiment file
     * @return its {@code strat_id}
     * @throws org.aepsych.api.config.ConfigException with everything that is wrong with the file
     */
    public int setupFromFile(String text) {
        Json.Obj request = Json.Obj.empty()
                .with("type", Json.of("setup"))
                .with("message", Json.Obj.empty().with("config_str", Json.of(text)));
        NumberedSession opened = experiments.setup(request, ExperimentFile.parse(text), Optional.empty());
        return opened.number();
    }

    /**
     * Adds what is to be done when a client has said {@code exit}, its answer was sent and its session was closed.
     *
     * @param hook runs on the thread that closes the session
     */
    public void onExit(Runnable hook) {
        exitHooks.add(hook);
    }

    private void exited() {
        exitHooks.forEach(Runnable::run);
    }
}
