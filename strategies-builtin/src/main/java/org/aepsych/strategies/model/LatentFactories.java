package org.aepsych.strategies.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.kernel.LabelMatrix;
import org.aepsych.strategies.kernel.LatentParts;
import org.aepsych.strategies.kernel.LatentPriors;
import org.aepsych.strategies.kernel.PriorSet;
import org.aepsych.strategies.kernel.Smoothness;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.math.Normal;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.option.Catalog;
import org.aepsych.strategies.option.ChoiceOption;
import org.aepsych.strategies.option.DimensionOption;
import org.aepsych.strategies.option.Documented;
import org.aepsych.strategies.option.Part;
import org.aepsych.strategies.prior.Hyperparameters;

/** The factories of prior means and covariances, under AEPsych's names. */
public final class LatentFactories {
    /** The option of models that names the factory. */
    static final ConfigOption<String> FACTORY = ConfigOption.text(
            "mean_covar_factory", "Makes mean and covariance of the latent function, or the section about it.");

    private static final ConfigOption<String> COV_KERNEL = ChoiceOption.of(
                    "cov_kernel",
                    List.of("RBFKernel", "MaternKernel"),
                    "How smooth the latent function is: infinitely often or twice differentiable.")
            .orElse("RBFKernel");
    private static final ConfigOption<List<String>> ACTIVE_DIMS =
            ConfigOption.texts("active_dims", "The parameters on which the latent function depends; without it, all.");
    private static final ConfigOption<List<String>> SHARED_DIMS = ConfigOption.texts(
                    "shared_dims", "The parameters that both stimuli have in common.")
            .orElse(List.of());
    private static final ConfigOption<String> STIM_DIM =
            ConfigOption.text("stim_dim", "The intensity.").orElse("-1");
    private static final ConfigOption<Boolean> INTENSITY_RBF = ConfigOption.flag(
                    "intensity_rbf", "Whether the smooth part depends on the intensity too.")
            .orElse(false);
    private static final ConfigOption<String> DISCRETE_KERNEL = ChoiceOption.of(
                    "discrete_kernel",
                    List.of("categorical", "index"),
                    "How choices go together: categorical, as far as they agree, in a sum and a product with the numbers; or"
                            + " index, by a covariance matrix of the choices of each parameter, in a product with the"
                            + " numbers, without another variance.")
            .orElse("categorical");
    private static final ConfigOption<Integer> RANK = BoundedOption.wholeFrom(
            "rank", 1, "In a parameter's section: how many patterns its choices may have in common.");
    private static final double SONG_TARGET = 0.75;

    /** The factories. */
    public static final Catalog<Kind> KINDS = new Catalog<>("mean_covar_factory", kinds());

    private LatentFactories() {}

    /**
     * A factory.
     *
     * @param help what it makes
     * @param options of its section
     * @param maker makes it
     */
    record Kind(String help, ConfigSchema options, Maker maker) implements Documented {}

    /** Makes the prior of a latent function from options. */
    interface Maker {
        LatentParts make(
                StrategyContext context,
                StimulusSpace space,
                PriorSet defaults,
                ConfigSection options,
                Hyperparameters out);
    }

    /**
     * Makes the prior of a model's latent function.
     *
     * @param context of the strategy
     * @param model options of the model
     * @param space what the function depends on
     * @param defaults priors where no option says otherwise
     * @param hyperparameters to which those of the prior are added
     * @return the prior
     */
    static LatentParts make(
            StrategyContext context,
            ConfigSection model,
            StimulusSpace space,
            PriorSet defaults,
            Hyperparameters hyperparameters) {
        String name = model.find(FACTORY).orElse("DefaultMeanCovarFactory");
        Part part = Part.named(context, name);
        Kind kind = KINDS.get(part.className(), model.name(), FACTORY.key());
        // What a factory is to do stands in its own section only: a model's section has other options of the same
        // names.
        ConfigSection options = context.section(name).orElse(NoOptions.of(name));
        return kind.maker.make(context, space, defaults, options, hyperparameters);
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put(
                "DefaultMeanCovarFactory",
                new Kind(
                        "A constant mean, and a covariance with a length-scale for each parameter.",
                        PriorOptions.schema(COV_KERNEL, ACTIVE_DIMS),
                        LatentFactories::standard));
        kinds.put(
                "SongMeanCovarFactory",
                new Kind(
                        "A smooth function of the context plus a linear one of the intensity, for audiometry.",
                        PriorOptions.schema(STIM_DIM, INTENSITY_RBF),
                        LatentFactories::song));
        kinds.put(
                "MixedMeanCovarFactory",
                new Kind(
                        "For categorical parameters: covariances of numbers and categories in a sum and a product, or one"
                                + " covariance matrix for each categorical parameter, whose section may then have rank,"
                                + " how many patterns its choices may have in common (as many as there are choices).",
                        PriorOptions.schema(DISCRETE_KERNEL, COV_KERNEL, ACTIVE_DIMS),
                        LatentFactories::mixed));
        kinds.put(
                "PairwiseMeanCovarFactory",
                new Kind(
                        "For pairs that are described by twice as many parameters, the first stimulus' before the"
                                + " second's: the difference of a function at both.",
                        PriorOptions.schema(SHARED_DIMS),
                        LatentFactories::halves));
        return kinds;
    }

    private static LatentParts standard(
            StrategyContext context,
            StimulusSpace space,
            PriorSet defaults,
            ConfigSection options,
            Hyperparameters out) {
        return LatentPriors.radial(
                space, smoothness(options), active(options, space), PriorOptions.read(options, defaults, space), out);
    }

    private static int[] active(ConfigSection options, StimulusSpace space) {
        return options.find(ACTIVE_DIMS).isPresent()
                ? DimensionOption.all(ACTIVE_DIMS, options, space)
                : IntStream.range(0, space.dimension()).toArray();
    }

    private static Smoothness smoothness(ConfigSection options) {
        return options.get(COV_KERNEL).equals("MaternKernel") ? Smoothness.MATERN : Smoothness.SQUARED_EXPONENTIAL;
    }

    private static LatentParts song(
            StrategyContext context,
            StimulusSpace space,
            PriorSet defaults,
            ConfigSection options,
            Hyperparameters out) {
        PriorSet song = defaults.withFixedMean(Normal.quantile(SONG_TARGET))
                .withAmplitude(PriorOptions.BOX, PriorOptions.BOX_START)
                .withLengthscale(PriorOptions.INVERSE_GAMMA, PriorOptions.INVERSE_GAMMA_START);
        int intensity = DimensionOption.one(STIM_DIM, options, space);
        if (space.nominal(intensity)) {
            throw new ConfigException(Problem.of(
                    options.name(),
                    STIM_DIM.key(),
                    "expected a parameter that is a number, but " + space.name(intensity) + " is categorical"));
        }
        return LatentPriors.additive(
                space, intensity, options.get(INTENSITY_RBF), PriorOptions.read(options, song, space), out);
    }

    private static LatentParts mixed(
            StrategyContext context,
            StimulusSpace space,
            PriorSet defaults,
            ConfigSection options,
            Hyperparameters out) {
        if (IntStream.range(0, space.dimension()).noneMatch(space::nominal)) {
            throw new ConfigException(Problem.of(
                    options.name(),
                    "MixedMeanCovarFactory needs a categorical parameter, but there is none among " + space.names()));
        }
        int[] numbers = IntStream.of(active(options, space))
                .filter(j -> !space.nominal(j))
                .toArray();
        PriorSet priors = PriorOptions.read(options, defaults, space);
        if (options.get(DISCRETE_KERNEL).equals("index")) {
            return LatentPriors.indexed(space, smoothness(options), numbers, matrices(context), priors, out);
        }
        return LatentPriors.mixed(space, smoothness(options), numbers, priors, out);
    }

    private static List<LabelMatrix> matrices(StrategyContext context) {
        List<LabelMatrix> matrices = new ArrayList<>();
        for (Parameter parameter : context.space().parameters()) {
            if (parameter instanceof Parameter.Categorical categorical) {
                matrices.add(matrix(context, categorical));
            }
        }
        return matrices;
    }

    private static LabelMatrix matrix(StrategyContext context, Parameter.Categorical parameter) {
        int choices = parameter.choices().size();
        int rank = context.section(parameter.name())
                .filter(section -> section.ownKeys().contains(RANK.key()))
                .map(section -> section.get(RANK))
                .orElse(choices);
        if (rank > choices) {
            throw new ConfigException(Problem.of(
                    parameter.name(),
                    RANK.key(),
                    "expected a whole number from 1 to " + choices + ", the number of choices, but found " + rank));
        }
        return new LabelMatrix(choices, rank);
    }

    private static LatentParts halves(
            StrategyContext context,
            StimulusSpace space,
            PriorSet defaults,
            ConfigSection options,
            Hyperparameters out) {
        int[] shared = DimensionOption.all(SHARED_DIMS, options, space);
        int[] others = IntStream.range(0, space.dimension())
                .filter(j -> IntStream.of(shared).noneMatch(s -> s == j))
                .toArray();
        if (others.length == 0 || others.length % 2 != 0) {
            throw new ConfigException(Problem.of(
                    options.name(),
                    SHARED_DIMS.key(),
                    "PairwiseMeanCovarFactory needs as many parameters of the first stimulus as of the second, but"
                            + " without the shared ones there are " + others.length));
        }
        int half = others.length / 2;
        PriorSet priors = PriorOptions.read(options, defaults, space);
        return LatentPriors.halves(
                space,
                Arrays.copyOf(others, half),
                Arrays.copyOfRange(others, half, others.length),
                shared,
                priors,
                out);
    }
}
