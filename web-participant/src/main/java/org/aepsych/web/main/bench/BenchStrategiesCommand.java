package org.aepsych.web.main.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.adaptive.simulation.curve.Curve;
import org.aepsych.core.adaptive.simulation.curve.CurveCsv;
import org.aepsych.core.adaptive.simulation.curve.CurvePlot;
import org.aepsych.core.adaptive.simulation.curve.CurveTable;
import org.aepsych.core.adaptive.simulation.curve.Published;
import org.aepsych.core.adaptive.simulation.problem.Competitor;
import org.aepsych.core.adaptive.simulation.problem.Problem;
import org.aepsych.core.adaptive.simulation.problem.Problems;
import org.aepsych.core.adaptive.simulation.study.Metric;
import org.aepsych.core.adaptive.simulation.study.Replicate;
import org.aepsych.core.adaptive.simulation.study.Study;
import org.aepsych.core.adaptive.simulation.study.Tournament;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.web.main.console.Console;
import org.aepsych.web.main.console.ExperimentText;
import org.aepsych.web.main.console.ProgressBar;
import org.aepsych.web.main.console.SettingsOptions;
import org.aepsych.web.main.laboratory.Laboratory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares how fast strategies learn. */
@Command(
        name = "strategies",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates sessions with observers of the literature, and prints how fast strategies learn, beside the",
            "published curves. A strategy is the name of an acquisition function (after quasi-random stimuli), sobol, auto,",
            "or an experiment file whose strategies are applied to the problem's parameters.",
            "",
            "Problems: discrimination-2d, detection-2d, hartmann-6d, discrimination-8d, audiogram-normal,",
            "audiogram-sensory, audiogram-metabolic, audiogram-both."
        })
final class BenchStrategiesCommand implements Callable<Integer> {
    private static final int[] USUAL = {10, 20, 50, 100, 150, 200, 250, 300, 400, 500, 740};

    private final Console console;

    @Option(
            names = "--problems",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "discrimination-2d",
            description = "Which problems, separated by commas (${DEFAULT-VALUE}).")
    private List<String> problems = List.of();

    @Option(
            names = "--strategies",
            split = ",",
            paramLabel = "NAME|FILE",
            defaultValue = "sobol,MCLevelSetEstimation,EAVC",
            description = "Which strategies, separated by commas (${DEFAULT-VALUE}).")
    private List<String> strategies = List.of();

    @Option(
            names = {"-n", "--replicates"},
            paramLabel = "N",
            defaultValue = "20",
            description = "Sessions of each (${DEFAULT-VALUE}).")
    private int replicates;

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "150",
            description = "Trials of a session (${DEFAULT-VALUE}).")
    private int trials;

    @Option(
            names = "--initial",
            paramLabel = "N",
            defaultValue = "10",
            description = "Quasi-random trials before an acquisition function (${DEFAULT-VALUE}).")
    private int initial;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "What is drawn follows from it (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Sessions at the same time (one for each core).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--csv", paramLabel = "FILE", description = "Write every measurement to a file.")
    private Optional<Path> csv = Optional.empty();

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw the Brier scores into an SVG file.")
    private Optional<Path> plot = Optional.empty();

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    BenchStrategiesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (replicates < 1 || trials < 1 || initial < 1 || threads < 1) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "--replicates, --trials, --initial and --threads are at least 1.");
        }
        Extensions extensions =
                Laboratory.plugins(settings.load(Map.of()).server()).getInstance(Extensions.class);
        List<Problem> chosen =
                problems.stream().map(BenchStrategiesCommand::problem).toList();
        Map<String, Competitor> competitors = competitors();
        List<Study> studies = new ArrayList<>();
        chosen.forEach(
                problem -> competitors.forEach((name, competitor) -> studies.add(competitor.study(name, problem))));
        List<Replicate> sessions;
        try (SessionLog log = new SessionLog(console, csv, studies.size() * replicates)) {
            sessions =
                    new Tournament(studies, replicates, checkpoints(trials), seed, threads).run(extensions, log::add);
        }
        for (Problem problem : chosen) {
            console.out().println();
            console.out().println(problem.name() + ": " + problem.description() + "; " + replicates + " sessions each");
            print(problem, sessions);
        }
        write(sessions, chosen);
        return 0;
    }

    /** Shows how far the sessions have come, and keeps each as soon as it ends: simulations may take hours. */
    private static final class SessionLog implements AutoCloseable {
        private final ProgressBar bar;
        private final Optional<Path> file;
        private final List<Replicate> done = new ArrayList<>();

        SessionLog(Console console, Optional<Path> file, int total) {
            this.file = file;
            bar = new ProgressBar(console.err(), "sessions", total);
        }

        synchronized void add(Replicate session) {
            done.add(session);
            bar.show(done.size());
            try {
                if (file.isPresent()) {
                    Files.writeString(file.get(), CurveCsv.text(done));
                }
            } catch (IOException e) {
                throw new AepsychException(
                        StandardError.INPUT_INVALID, file.get() + " cannot be written: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    static SortedSet<Integer> checkpoints(int trials) {
        SortedSet<Integer> checkpoints = new TreeSet<>();
        checkpoints.add(trials);
        for (int usual : USUAL) {
            if (usual < trials) {
                checkpoints.add(usual);
            }
        }
        return checkpoints;
    }

    private static Problem problem(String name) {
        return Problems.named(name)
                .orElseThrow(() -> new AepsychException(
                        StandardError.INPUT_INVALID,
                        "there is no problem \"" + name + "\"; there are "
                                + Problems.all().stream().map(Problem::name).collect(Collectors.joining(", "))));
    }

    private Map<String, Competitor> competitors() {
        Map<String, Competitor> competitors = new LinkedHashMap<>();
        for (String word : strategies) {
            Path file = Path.of(word);
            competitors.put(
                    word,
                    Files.exists(file)
                            ? Competitor.file(ExperimentFile.parse(ExperimentText.read(file)))
                            : Competitor.named(word, initial));
        }
        return competitors;
    }

    private void print(Problem problem, List<Replicate> sessions) {
        for (Metric metric : Metric.values()) {
            List<Curve> curves = curves(problem, sessions, metric);
            if (!curves.isEmpty()) {
                console.out().println();
                console.out().print(CurveTable.text(metric, curves, Published.of(problem.name(), metric)));
            }
        }
        console.out().flush();
    }

    private static List<Curve> curves(Problem problem, List<Replicate> sessions, Metric metric) {
        return Curve.of(
                sessions.stream()
                        .filter(session -> session.study().problem().equals(problem.name()))
                        .toList(),
                metric);
    }

    private void write(List<Replicate> sessions, List<Problem> chosen) throws IOException {
        if (csv.isPresent()) {
            Files.writeString(csv.get(), CurveCsv.text(sessions));
        }
        if (plot.isPresent()) {
            List<CurvePlot.Panel> panels = new ArrayList<>();
            for (Problem problem : chosen) {
                List<Curve> all = new ArrayList<>(curves(problem, sessions, Metric.BRIER));
                all.addAll(Published.of(problem.name(), Metric.BRIER));
                panels.add(new CurvePlot.Panel(problem.name() + ": " + Metric.BRIER.title(), all));
            }
            Files.writeString(plot.get(), CurvePlot.svg(panels));
        }
    }
}
