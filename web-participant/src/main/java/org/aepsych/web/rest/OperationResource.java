package org.aepsych.web.rest;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.aepsych.api.AepsychException;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.web.live.LiveUpdates;
import org.aepsych.web.live.Pulse;
import org.aepsych.web.view.Json;

/** Tells those who operate the server how it is. */
final class OperationResource {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final GameExperiments games;
    private final AdaptiveExperiments adaptive;
    private final LiveUpdates live;
    private final Pulse pulse;
    private final RestGate gate;
    private final Json json;

    @Inject
    OperationResource(
            GameExperiments games,
            AdaptiveExperiments adaptive,
            LiveUpdates live,
            Pulse pulse,
            RestGate gate,
            Json json) {
        this.games = games;
        this.adaptive = adaptive;
        this.live = live;
        this.pulse = pulse;
        this.gate = gate;
        this.json = json;
    }

    /**
     * That the server can do its work.
     *
     * @param status always {@code ready}
     * @param sessions of adaptive experiments in the storage
     */
    record Ready(String status, int sessions) {}

    /**
     * That it cannot for the moment.
     *
     * @param status always {@code unavailable}
     * @param message why
     */
    record Unready(String status, String message) {}

    /** Asks the storage. Who asks is a program, often every few seconds: no page, and no line in the log each time. */
    void ready(Context context) {
        try {
            json.send(context, OK, new Ready("ready", adaptive.count()));
        } catch (AepsychException e) {
            json.send(context, UNAVAILABLE, new Unready("unavailable", String.valueOf(e.getMessage())));
        }
    }

    void metrics(Context context) {
        gate.show(context, (exchange, holder) -> exchange.contentType(TEXT).result(text()));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        double uptime = ManagementFactory.getRuntimeMXBean().getUptime() / 1_000.0;
        metric(text, "aepsych_messages_total", "counter", "Messages made durable since the start.", pulse.total());
        metric(text, "aepsych_open_pages", "gauge", "Pages that listen for news.", live.watching());
        metric(text, "aepsych_adaptive_sessions", "gauge", "Sessions of adaptive experiments.", adaptive.count());
        experiments(text);
        metric(text, "jvm_memory_used_bytes", "gauge", "Memory of the heap in use.", heap.getUsed());
        metric(text, "jvm_memory_max_bytes", "gauge", "Memory that the heap may take.", heap.getMax());
        metric(
                text,
                "jvm_threads_current",
                "gauge",
                "Threads.",
                ManagementFactory.getThreadMXBean().getThreadCount());
        metric(text, "process_uptime_seconds", "gauge", "Time since the start.", uptime);
        return text.toString();
    }

    private void experiments(StringBuilder text) {
        Map<String, Integer> phases = new TreeMap<>();
        int participants = 0;
        for (GameSummary game : games.list()) {
            phases.merge(game.phase().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
            participants += game.participants();
        }
        metric(text, "aepsych_game_participants", "gauge", "Participants of game experiments.", participants);
        text.append("# HELP aepsych_game_experiments Game experiments, by phase.\n")
                .append("# TYPE aepsych_game_experiments gauge\n");
        phases.forEach((phase, count) -> text.append("aepsych_game_experiments{phase=\"")
                .append(phase)
                .append("\"} ")
                .append(count)
                .append('\n'));
    }

    private static void metric(StringBuilder text, String name, String type, String help, Number value) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        text.append(name).append(' ').append(value).append('\n');
    }
}
