package org.aepsych.web.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.core.adaptive.Rehearsal;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.web.bench.Curve;
import org.aepsych.web.bench.CurveCsv;
import org.aepsych.web.bench.CurvePlot;
import org.aepsych.web.bench.Metric;
import org.aepsych.web.bench.Replicate;
import org.aepsych.web.bench.SessionPlan;
import org.aepsych.web.bench.SimulatedObserver;
import org.aepsych.web.bench.Study;
import org.aepsych.web.bench.Tournament;

/** Runs an adaptive experiment with simulated observers, to plan how many trials it needs. */
final class ObserverSimulation {
    private static final int USUAL_SESSIONS = 20;

    private final Console console;
    private final ObserverOptions options;

    ObserverSimulation(Console console, ObserverOptions options) {
        this.console = console;
        this.options = options;
    }

    /** Simulates sessions, and says how well the threshold is known after so many trials. */
    void run(
            Path name,
            ExperimentFile file,
            Extensions extensions,
            Optional<Integer> runs,
            long seed,
            Optional<Path> csv)
            throws IOException {
        Rehearsal rehearsal = Rehearsal.of(file, extensions, seed);
        if (rehearsal.stimuliPerTrial() != 1 || !rehearsal.outcomeTypes().equals(List.of(OutcomeType.BINARY))) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "simulated observers answer one binary outcome about one stimulus, but in " + name
                            + " stimuli_per_trial is " + rehearsal.stimuliPerTrial() + " and outcome_types is "
                            + rehearsal.outcomeTypes());
        }
        SimulatedObserver observer = options.observer(rehearsal.space());
        double target = options.target(file);
        Study study = SessionPlan.study(String.valueOf(name.getFileName()), file, observer, target);
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
        console.out().print(SessionPlan.text(done, observer, target));
        console.out().flush();
        if (csv.isPresent()) {
            Files.createDirectories(csv.get());
            Files.writeString(csv.get().resolve("sessions.csv"), CurveCsv.text(done));
            Files.writeString(csv.get().resolve("threshold.svg"), plot(study, done));
        }
    }

    private static String plot(Study study, List<Replicate> sessions) {
        List<Curve> curves = Curve.of(sessions, Metric.THRESHOLD_ERROR);
        return CurvePlot.svg(
                List.of(new CurvePlot.Panel(study.problem() + ": " + Metric.THRESHOLD_ERROR.title(), curves)));
    }
}
