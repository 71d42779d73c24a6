package org.aepsych.examples.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.core.adaptive.posterior.PosteriorQuestion;
import org.aepsych.core.adaptive.posterior.PosteriorView;
import org.aepsych.core.adaptive.posterior.ThresholdEstimates.Threshold;
import org.aepsych.core.json.Json;
import org.aepsych.strategies.BuiltinStrategies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file for each kind of parameter, of strategy and of model, run by a client to its end and verified. */
class EveryKindTest {
    private static final int MOST_TRIALS = 30;
    private static final String COMMON = """
            [common]
            parnames = [%s]
            outcome_types = [%s]
            stimuli_per_trial = %d
            strategy_names = [spread, step]
            min_total_outcome_occurrences = 0
            seed = 3
            samps = 40
            restarts = 2
            [spread]
            generator = SobolGenerator
            min_asks = 3
            """;
    private static final String KINDS = """
            x                | binary     | 1 | SobolGenerator                 |                       |
            x                | binary     | 1 | RandomGenerator                |                       |
            x                | binary     | 1 | ManualGenerator                |                       | points = [[0.2], [0.4]]
            x                | binary     | 1 | SampleAroundPointsGenerator    |                       | points = [[0.2], [0.4]];window = [0.1];samples_per_point = 2
            x                | binary     | 1 | GridGenerator                  |                       | levels = 3
            x                | binary     | 1 | auto                           |                       |
            x                | binary     | 1 | AcqfGridSearchGenerator        | GPClassificationModel | acqf = EAVC
            x                | binary     | 1 | AcqfThompsonSamplerGenerator   | GPClassificationModel | acqf = EAVC
            x                | binary     | 1 | MonotonicThompsonSamplerGenerator | MonotonicProjectionGP |
            x                | binary     | 1 | EpsilonGreedyGenerator         | GPClassificationModel | acqf = EAVC
            x, whole         | binary     | 1 | IntensityAwareSemiPGenerator   | SemiParametricGPModel | acqf = EAVC
            x, colour        | binary     | 1 | MixedOptimizeAcqfGenerator     | GPClassificationModel | acqf = EAVC
            x                | binary     | 1 | OptimizeAcqfGenerator          | GPClassificationModel | acqf = GlobalMI
            x                | continuous | 1 | OptimizeAcqfGenerator          | GPRegressionModel     | acqf = MCPosteriorVariance
            x                | binary     | 2 | OptimizeAcqfGenerator          | PairwiseProbitModel   | acqf = PairwiseBALD
            x                | ordinal    | 1 | OptimizeAcqfGenerator          | OrdinalGPModel        | acqf = MCPosteriorVariance
            x, logarithmic   | binary     | 1 | OptimizeAcqfGenerator          | MonotonicProjectionGP | acqf = EAVC
            x, whole         | binary     | 1 | OptimizeAcqfGenerator          | HadamardSemiPModel    | acqf = EAVC;stim_dim = x
            x, whole         | binary     | 1 | OptimizeAcqfGenerator          | SemiParametricGPModel | acqf = EAVC;stim_dim = x
            x                | binary     | 1 | OptimizeAcqfGenerator          | VariationalGPModel    | acqf = EAVC
            x                | binary, continuous | 1 | IndependentOptimizeAcqfGenerator | IndependentGPsModel | models = [GPClassificationModel, GPRegressionModel];acqf = MCPosteriorVariance
            logarithmic, whole, binary, colour, number, word | binary | 1 | OptimizeAcqfGenerator | GPClassificationModel | acqf = EAVC
            """;
    private static final Map<String, String> PARAMETERS = Map.of(
            "x",
            "par_type = continuous\nlower_bound = 0\nupper_bound = 1",
            "logarithmic",
            "par_type = continuous\nlower_bound = 0.1\nupper_bound = 100\nlog_scale = True",
            "whole",
            "par_type = integer\nlower_bound = -2\nupper_bound = 5",
            "binary",
            "par_type = binary",
            "colour",
            "par_type = categorical\nchoices = [red, green, blue]",
            "number",
            "par_type = fixed\nvalue = 4.5",
            "word",
            "par_type = fixed\nvalue = calm");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = KINDS)
    void everyGeneratorModelAndParameterRunsToItsEnd(
            String parameters,
            String outcomes,
            int stimuli,
            String generator,
            @Nullable String model,
            @Nullable String options)
            throws IOException {
        StringBuilder file = new StringBuilder(COMMON.formatted(parameters, outcomes, stimuli));
        for (String name : parameters.split(", ", -1)) {
            file.append('[')
                    .append(name)
                    .append("]\n")
                    .append(PARAMETERS.get(name))
                    .append('\n');
        }
        file.append("[step]\nmin_asks = 2\ngenerator = ").append(generator).append('\n');
        if (model != null) {
            file.append("model = ").append(model).append('\n');
        }
        if (options != null) {
            file.append(options.replace(';', '\n')).append('\n');
        }
        int trials = run(file.toString(), outcomes);
        assertThat(trials).isBetween(5, MOST_TRIALS);
    }

    @Test
    void noBuiltInStrategyIsForgotten() {
        for (StrategyFactory factory : BuiltinStrategies.factories()) {
            Set<String> names = new HashSet<>(factory.aliases());
            names.add(factory.name());
            assertThat(names).as("names of which one is in the table").anyMatch(name -> KINDS.contains("| " + name));
        }
    }

    private int run(String file, String outcomes) throws IOException {
        try (AdaptiveServer server = new AdaptiveServer(folder.resolve("kind.db"));
                SocketClient client = new SocketClient(server.address())) {
            assertThat(client.setup(file).text()).isEqualTo("{\"strat_id\": 0}");
            int trials = 0;
            boolean finished = false;
            while (!finished && trials < MOST_TRIALS) {
                Json.Obj answer = client.ask();
                Json config = answer.find("config").orElseThrow(() -> new AssertionError(answer.text()));
                int points =
                        Integer.parseInt(answer.find("num_points").orElseThrow().text());
                assertThat(client.tell(config, outcome(outcomes, trials, points))
                                .text())
                        .isEqualTo("{\"trials_recorded\": " + points + ", \"model_data_added\": " + points + "}");
                finished = answer.find("is_finished").equals(Optional.of(Json.of(true)));
                trials += points;
            }
            assertThat(finished).isTrue();
            assertThat(server.replay().verify(new StreamId(1)).problem()).isEmpty();
            exportsWhatThePageShows(server, new StreamId(1));
            return trials;
        }
    }

    /** The table of an export is computed from the log, and the page by the running server: they agree to the bit. */
    private static void exportsWhatThePageShows(AdaptiveServer server, StreamId session) {
        for (Threshold threshold : server.exported(session)) {
            PosteriorView shown = server.page(
                            session,
                            new PosteriorQuestion(
                                    Optional.of(threshold.parameter()),
                                    Optional.of(PosteriorQuestion.NONE),
                                    threshold.held(),
                                    Optional.of(threshold.outcome()),
                                    Optional.empty()))
                    .orElseThrow();
            assertThat(threshold.value()).isEqualTo(shown.threshold().orElseThrow());
            assertThat(threshold.target()).isEqualTo(shown.target().orElseThrow());
            assertThat(threshold.model()).isEqualTo(shown.model());
            assertThat(threshold.finished()).isTrue();
        }
        server.page(session, PosteriorQuestion.DEFAULT)
                .filter(view -> view.threshold().isPresent())
                .ifPresent(view -> assertThat(server.exported(session)).isNotEmpty());
    }

    private static Json outcome(String outcomes, int trial, int points) {
        Function<Integer, Json> one = point -> switch (outcomes) {
            case "continuous" -> Json.of(0.5 + (trial + point) % 7);
            case "ordinal" -> Json.of((trial + point) % 5);
            default -> Json.of((trial + point) % 2);
        };
        Json values = Json.array(IntStream.range(0, points).boxed().map(one).toList());
        return outcomes.equals("binary, continuous")
                ? Json.Obj.empty().with("outcome_1", values).with("outcome_2", values)
                : values;
    }
}
