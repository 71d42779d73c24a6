package org.aepsych.web.admin.session;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.account.AdminRole;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.AdaptiveHistory;
import org.aepsych.core.adaptive.message.AdaptiveView;
import org.aepsych.core.adaptive.posterior.Posteriors;
import org.aepsych.core.adaptive.presented.PresentedExperiments;
import org.aepsych.core.adaptive.presented.PresentedSessions;
import org.aepsych.core.adaptive.presented.PresentedSessions.Progress;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.admin.gate.AdminVisit;
import org.aepsych.web.admin.head.SessionHeads;
import org.aepsych.web.admin.head.SessionTab;
import org.aepsych.web.export.ExportDownload;
import org.aepsych.web.live.LiveUpdates;
import org.aepsych.web.live.Topic;
import org.aepsych.web.live.Watcher;
import org.aepsych.web.posterior.PosteriorInputs;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Frame;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;
import org.aepsych.web.view.QrCode;

/** Watches a session of an adaptive experiment. */
final class SessionHandler {
    private static final int OK = 200;
    private static final int MOST_LINKS = 1_000;

    private final AdaptiveExperiments adaptive;
    private final PresentedExperiments presented;
    private final PresentedSessions presentations;
    private final Posteriors posteriors;
    private final AdaptiveHistory history;
    private final ExportDownload download;
    private final AdminGate gate;
    private final LiveUpdates live;
    private final Visitors visitors;
    private final Pages pages;

    @Inject
    SessionHandler(
            AdaptiveExperiments adaptive,
            PresentedExperiments presented,
            PresentedSessions presentations,
            Posteriors posteriors,
            AdaptiveHistory history,
            ExportDownload download,
            AdminGate gate,
            LiveUpdates live,
            Visitors visitors,
            Pages pages) {
        this.adaptive = adaptive;
        this.presented = presented;
        this.presentations = presentations;
        this.posteriors = posteriors;
        this.history = history;
        this.download = download;
        this.gate = gate;
        this.live = live;
        this.visitors = visitors;
        this.pages = pages;
    }

    void show(Context context) {
        gate.show(context, (exchange, visit) -> {
            AdaptiveView view = adaptive.view(Inputs.stream(exchange));
            Frame frame = gate.frame(visit, SessionHeads.name(view.name(), view.experimentId()), "");
            Optional<SessionPage.Opened> opened = opened(exchange, view);
            boolean awaited = opened.isPresent() && view.trials().isEmpty();
            Optional<BeliefPart> belief = posteriors
                    .present(view.stream(), PosteriorInputs.read(exchange))
                    .filter(found -> !awaited)
                    .map(found -> BeliefPart.of(found, SessionTab.SESSION.address(view.stream()), Optional.empty()));
            pages.send(
                    exchange,
                    OK,
                    "admin/session",
                    new SessionPage(
                            SessionHeads.of(SessionTab.SESSION, view, frame),
                            awaited ? List.of() : SessionParts.facts(view),
                            SessionParts.steps(view),
                            sandbox(view.stream(), visit),
                            opened,
                            again(view.stream(), visit),
                            whole(view),
                            SessionTab.SESSION.address(view.stream()) + "/export.zip",
                            belief,
                            SessionParts.columns(view),
                            SessionParts.rows(view)));
        });
    }

    private Optional<SessionPage.Sandbox> sandbox(StreamId stream, AdminVisit visit) {
        return history.original(stream)
                .map(original -> new SessionPage.Sandbox(
                        SessionTab.SESSION.address(original),
                        SessionTab.SESSION.address(stream) + "/sandbox/trials",
                        gate.token(visit),
                        visit.administrator().role().includes(AdminRole.OPERATOR)));
    }

    /** Where participants join, if this session opened the experiment to them, and who has joined. */
    private Optional<SessionPage.Opened> opened(Context context, AdaptiveView view) {
        return opened(view)
                .map(experiment -> new SessionPage.Opened(
                        visitors.base(context) + Addresses.presentation(experiment),
                        SessionTab.SESSION.address(view.stream()) + "/code.svg",
                        adaptive.list().stream()
                                .filter(session -> session.experimentId().equals(view.experimentId())
                                        && !session.stream().equals(view.stream()))
                                .filter(session -> presented.belongs(session.stream(), experiment))
                                .map(this::joined)
                                .toList(),
                        visitors.reach(context),
                        links(context, visitors.base(context) + Addresses.presentation(experiment))));
    }

    private SessionPage.Joined joined(AdaptiveView.Summary session) {
        Progress progress = presentations.progress(session.stream());
        String trials = progress.expected() >= progress.trials() && !progress.finished() && progress.expected() > 0
                ? progress.trials() + " of about " + progress.expected()
                : Integer.toString(progress.trials());
        String state = progress.finished() ? "finished" : progress.begun() ? "in the middle" : "has not begun";
        return new SessionPage.Joined(
                session.participantId(),
                SessionTab.SESSION.address(session.stream()),
                trials,
                state,
                progress.finished());
    }

    /** Links for so many participants, each with a code of its own. */
    private static List<String> links(Context context, String address) {
        String wanted = Inputs.query(context, "links");
        int count = wanted.matches("[0-9]{1,4}") ? Math.min(Integer.parseInt(wanted), MOST_LINKS) : 0;
        int digits = Math.max(2, Integer.toString(count).length());
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> address + "?participant=P"
                        + "0".repeat(digits - Integer.toString(number).length()) + number)
                .toList();
    }

    void export(Context context) {
        gate.show(
                context,
                (exchange, visit) -> download.send(
                        exchange,
                        new ExperimentId(adaptive.view(Inputs.stream(exchange)).experimentId()),
                        ExportDownload.request(
                                exchange.queryParams("format"), "", Inputs.query(exchange, "thresholds"))));
    }

    /** The session that opened the experiment, for somebody's who joined. */
    private Optional<String> whole(AdaptiveView view) {
        ExperimentId experiment = new ExperimentId(view.experimentId());
        return adaptive.list().stream()
                .map(AdaptiveView.Summary::stream)
                .filter(stream -> !stream.equals(view.stream()))
                .filter(stream -> presented.isOpening(stream, experiment))
                .filter(opening -> presented.belongs(view.stream(), experiment))
                .findFirst()
                .map(SessionTab.SESSION::address);
    }

    private Optional<ExperimentId> opened(AdaptiveView view) {
        ExperimentId experiment = new ExperimentId(view.experimentId());
        return Optional.of(experiment).filter(id -> presented.isOpening(view.stream(), id));
    }

    private static Optional<String> again(StreamId stream, AdminVisit visit) {
        return Optional.of(AdminGate.NEW_DESIGN + "?copy=" + stream.value())
                .filter(address -> visit.administrator().role().includes(AdminRole.EDITOR));
    }

    void code(Context context) {
        gate.show(context, (exchange, visit) -> {
            ExperimentId experiment = opened(adaptive.view(Inputs.stream(exchange)))
                    .orElseThrow(() ->
                            new AepsychException(StandardError.NOT_FOUND_HERE, "There is nothing at this address."));
            exchange.contentType("image/svg+xml")
                    .result(QrCode.svg(visitors.base(exchange) + Addresses.presentation(experiment)));
        });
    }

    void events(SseClient client) {
        gate.listen(client, () -> {
            StreamId stream = Inputs.stream(client.ctx());
            Topic topic = opened(adaptive.view(stream))
                    .map(experiment -> (Topic) new Topic.AdaptiveExperiment(experiment))
                    .orElseGet(() -> new Topic.AdaptiveSession(stream));
            live.watch(topic, client, Watcher.experimenter(), "");
        });
    }
}
