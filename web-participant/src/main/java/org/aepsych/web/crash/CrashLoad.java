package org.aepsych.web.crash;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.aepsych.core.player.RolePolicies;
import org.aepsych.web.bots.LabClient;

/**
 * Players of games over HTTP, an experimenter who starts them, and clients of AEPsych's protocol over TCP, who keep a
 * server busy until closed.
 */
public final class CrashLoad implements AutoCloseable {
    private final Plan plan;
    private final Gate gate = new Gate();
    private final Promises<PlayKey> plays = new Promises<>("play");
    private final Promises<String> tells = new Promises<>("tell");
    private final AtomicLong failures = new AtomicLong();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Map<String, LabClient> clients = new ConcurrentHashMap<>();
    private final Map<String, Integer> joined = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Who keeps the server busy.
     *
     * @param pages the server's pages, with a slash at the end
     * @param clientPort its door for clients of AEPsych's protocol
     * @param token of the interface for programs, for somebody who may start experiments
     * @param experiments ids of new game experiments; each is started and played to its end before the next
     * @param players how many play, from 1
     * @param tellers how many ask and tell, from 1
     * @param policies how players play
     * @param seed decides what they play
     */
    public record Plan(
            URI pages,
            int clientPort,
            String token,
            List<String> experiments,
            int players,
            int tellers,
            RolePolicies policies,
            long seed) {
        /** Copies the list. */
        public Plan {
            experiments = List.copyOf(experiments);
        }
    }

    /**
     * Prepares everybody; nobody sends anything before the gate opens.
     *
     * @param plan who they are
     */
    public CrashLoad(Plan plan) {
        this.plan = plan;
    }

    /** Lets everybody wait before the gate. */
    public void start() {
        start("experimenter", new Experimenter(this));
        for (int number = 1; number <= plan.players(); number++) {
            start("player-" + number, new Player(this, number));
        }
        for (int number = 1; number <= plan.tellers(); number++) {
            start("client-" + number, new Teller(this, number));
        }
    }

    private void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /**
     * Returns where everybody waits.
     *
     * @return closed at first
     */
    public Gate gate() {
        return gate;
    }

    /**
     * Returns what players were promised.
     *
     * @return mixtures as the log writes them
     */
    public Promises<PlayKey> plays() {
        return plays;
    }

    /**
     * Returns what clients of AEPsych's protocol were promised, by the mark that each tell carries.
     *
     * @return outcomes
     */
    public Promises<String> tells() {
        return tells;
    }

    /**
     * Returns how many requests were not answered as hoped, which is natural while a server is down.
     *
     * @return a number that only grows
     */
    public long failures() {
        return failures.get();
    }

    /**
     * Returns what clients found wrong when they came back.
     *
     * @return sentences
     */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    Plan plan() {
        return plan;
    }

    LabClient client(String experiment) {
        return clients.computeIfAbsent(
                experiment, id -> new LabClient(plan.pages().resolve("/e/" + id), nanos -> {}));
    }

    void hasJoined(String experiment) {
        int unused = joined.merge(experiment, 1, Integer::sum);
    }

    int joined(String experiment) {
        return joined.getOrDefault(experiment, 0);
    }

    void failed() {
        failures.incrementAndGet();
    }

    void complain(String sentence) {
        complaints.add(sentence);
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        clients.values().forEach(LabClient::close);
    }
}
