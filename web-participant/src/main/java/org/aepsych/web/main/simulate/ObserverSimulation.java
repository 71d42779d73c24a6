package org.aepsych.web.main.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.core.adaptive.session.Rehearsal;
import org.aepsych.core.adaptive.simulation.curve.CurveCsv;
import org.aepsych.core.adaptive.simulation.curve.CurvePlot;
import org.aepsych.core.adaptive.simulation.curve.SessionPlan;
import org.aepsych.core.adaptive.simulation.observer.SimulatedObserver;
import org.aepsych.core.adaptive.simulation.study.Question;
import org.aepsych.core.adaptive.simulation.study.Replicate;
import org.aepsych.core.adaptive.simulation.study.Study;
import org.aepsych.core.adaptive.simulation.study.Tournament;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.ProgressBar;

/** Runs an adaptive experiment with simulated observers, to plan how many trials it needs. */
final class ObserverSimulation {
    private static final int USUAL_SESSIONS = 20;

    /** Where every answer is the highest category. */
    private static final double HIGHEST = 1e9;

    private final Console console;
    private final ObserverOptions options;

    ObserverSimulation(Console console, ObserverOptions options) {
        this.console = console;
        this.options = options;
    }

    /** Simulates sessions, and says how well the answers are known after so many trials. */
    void run(
            Path name,
            ExperimentFile file,
            Extensions extensions,
            Optional<Integer> runs,
            long seed,
            Optional<Path> csv)
            throws IOException {
        Rehearsal rehearsal = Rehearsal.of(file, extensions, seed);
        ObserverDesign design = new ObserverDesign(file, rehearsal, options);
        ExperimentFile judge = SessionPlan.judge(file, rehearsal, design.target());
        SimulatedObserver observer = design.observer(outcome -> levels(judge, extensions, outcome));
        Study study = SessionPlan.study(String.valueOf(name.getFileName()), file, judge, observer, design.questions());
        int sessions = runs.orElse(USUAL_SESSIONS);
        List<Replicate> done;
        try (ProgressBar bar = new ProgressBar(console.err(), "sessions", sessions)) {
            AtomicInteger ended = new AtomicInteger();
            done = new Tournament(
                            List.of(study),
                            sessions,
                            SessionPlan.checkpoints(options.trials()),
                            seed,
                            options.threads())
                    .run(extensions, session -> bar.show(ended.incrementAndGet()));
        }
        console.out().print(SessionPlan.text(done, observer));
        console.out().flush();
        if (csv.isPresent()) {
            Files.createDirectories(csv.get());
            Files.writeString(csv.get().resolve("sessions.csv"), CurveCsv.text(done));
            Files.writeString(csv.get().resolve(drawing(study)), CurvePlot.svg(SessionPlan.panels(done)));
        }
    }

    /** A single threshold has a file name of its own. */
    private static String drawing(Study study) {
        Set<Question.Goal> goals = study.questions().get(0).goals();
        boolean threshold = study.questions().size() == 1 && goals.equals(Set.of(Question.Goal.THRESHOLD));
        return threshold ? "threshold.svg" : "learning.svg";
    }

    /** Returns how many categories the model of an outcome knows: it says so as soon as it has seen something. */
    private static int levels(ExperimentFile judge, Extensions extensions, int outcome) {
        Rehearsal probe = Rehearsal.of(judge, extensions, 0);
        Presentation presentation = probe.ask();
        probe.tell(presentation, Collections.nCopies(probe.outcomeTypes().size(), 0.0));
        return 1
                + (int) Math.round(probe.model()
                        .map(model -> model.expected(outcome, HIGHEST))
                        .orElse(OptionalDouble.empty())
                        .orElseThrow());
    }
}
