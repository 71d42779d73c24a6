package org.aepsych.strategies.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.gp.Approximation;
import org.aepsych.strategies.gp.Inference;
import org.aepsych.strategies.gp.Model;
import org.aepsych.strategies.gp.SemiParametricModel;
import org.aepsych.strategies.kernel.KernelShape;
import org.aepsych.strategies.kernel.LatentParts;
import org.aepsych.strategies.kernel.LatentPriors;
import org.aepsych.strategies.kernel.PriorSet;
import org.aepsych.strategies.kernel.SlopeOffset;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.option.DimensionOption;
import org.aepsych.strategies.outcome.BinaryLikelihood;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.prior.Hyperparameters;
import org.aepsych.strategies.prior.Prior;

/** How the models of one outcome are made from their options. */
final class ModelKinds {
    private static final String PROBIT = "ProbitObjective";
    private static final String LOGIT = "FloorLogitObjective";
    private static final int LEVELS = 5;

    private static final ConfigOption<Integer> N_LEVELS = BoundedOption.wholeFrom(
                    "n_levels", 2, "How many categories there are.")
            .orElse(LEVELS);
    private static final ConfigOption<List<String>> MONOTONIC_DIMS = ConfigOption.texts(
                    "monotonic_dims", "The parameters along which responses rise.")
            .orElse(List.of("-1"));
    private static final ConfigOption<Integer> MONOTONIC_GRID_SIZE = BoundedOption.wholeFrom(
                    "monotonic_grid_size", 1, "At how many smaller values the model looks.")
            .orElse(20);
    private static final ConfigOption<Double> MIN_F_VAL =
            ConfigOption.real("min_f_val", "The least latent value; without it, there is none.");
    private static final ConfigOption<String> STIM_DIM =
            ConfigOption.text("stim_dim", "The intensity.").orElse("0");
    private static final ConfigOption<Double> SLOPE_MEAN = BoundedOption.realBetween(
                    "slope_mean", 0, Double.POSITIVE_INFINITY, "How steep the latent function is expected to be.")
            .orElse(2.0);

    private ModelKinds() {}

    static Map<String, ModelCatalog.Kind> all() {
        Map<String, ModelCatalog.Kind> kinds = new LinkedHashMap<>();
        ConfigOption<?>[] factory = of(LatentFactories.FACTORY);
        ConfigOption<?>[] constraints = SoftConstraints.options();
        ConfigOption<?>[] approximation = Approximations.options();
        kinds.put(
                "GPClassificationModel",
                binary(
                        "Binary outcomes of single stimuli: a smooth function of all parameters. The usual choice.",
                        ModelKinds::classification,
                        schema(factory, Links.options(PROBIT), constraints, approximation)));
        kinds.put(
                "MonotonicProjectionGP",
                binary(
                        "The same, made to rise along some parameters.",
                        ModelKinds::monotonic,
                        schema(
                                of(MONOTONIC_DIMS, MONOTONIC_GRID_SIZE, MIN_F_VAL),
                                factory,
                                Links.options(PROBIT),
                                constraints,
                                approximation)));
        kinds.put(
                "SemiParametricGPModel",
                binary(
                        "Binary outcomes that depend on an intensity i through k(x)(i − c(x)), slope k and threshold c being"
                                + " smooth functions of the other parameters x.",
                        ModelKinds::semiParametric,
                        schema(of(STIM_DIM, SLOPE_MEAN), Links.options(PROBIT), Approximations.fitOptions())));
        kinds.put(
                "HadamardSemiPModel",
                binary(
                        "Nearly the same, k(x)(i + c(x)), and quicker: one Gaussian process with the moments of that.",
                        ModelKinds::hadamard,
                        schema(of(STIM_DIM, SLOPE_MEAN), Links.options(LOGIT), approximation)));
        kinds.put(
                "VariationalGPModel",
                binary(
                        "GPClassificationModel under another name, found by AEPsych's approximation.",
                        ModelKinds::variational,
                        schema(factory, Links.options(PROBIT), constraints, approximation)));
        kinds.put(
                "GPRegressionModel",
                new ModelCatalog.Kind(
                        "Continuous outcomes of single stimuli, with normal noise.",
                        Set.of(OutcomeType.CONTINUOUS),
                        1,
                        schema(factory, Approximations.fitOptions()),
                        ModelKinds::regression));
        kinds.put(
                "OrdinalGPModel",
                new ModelCatalog.Kind(
                        "Ordered categories of single stimuli, such as ratings.",
                        Set.of(OutcomeType.ORDINAL),
                        1,
                        schema(of(N_LEVELS), factory, approximation),
                        ModelKinds::ordinal));
        kinds.put(
                "PairwiseProbitModel",
                new ModelCatalog.Kind(
                        "Which of two stimuli is preferred: each has a utility, a smooth function of its parameters.",
                        Set.of(OutcomeType.BINARY),
                        2,
                        schema(factory, approximation),
                        ModelKinds::pairwise));
        return kinds;
    }

    private static ModelCatalog.Kind binary(String help, ModelCatalog.Maker maker, ConfigSchema options) {
        return new ModelCatalog.Kind(help, Set.of(OutcomeType.BINARY), 1, options, maker);
    }

    private static ConfigOption<?>[] of(ConfigOption<?>... options) {
        return options;
    }

    private static ConfigSchema schema(ConfigOption<?>[]... groups) {
        List<ConfigOption<?>> all = new ArrayList<>();
        for (ConfigOption<?>[] group : groups) {
            all.addAll(Arrays.asList(group));
        }
        return new ConfigSchema(all);
    }

    private static Model classification(StrategyContext context, ConfigSection options) {
        return classification(context, options, Approximations.read(context, options));
    }

    private static Model variational(StrategyContext context, ConfigSection options) {
        Approximation asked = Approximations.read(context, options);
        return classification(
                context,
                options,
                new Approximation(Inference.VARIATIONAL, asked.inducing(), asked.method(), asked.budget()));
    }

    private static Model classification(StrategyContext context, ConfigSection options, Approximation approximation) {
        Hyperparameters hyperparameters = new Hyperparameters();
        StimulusSpace space = ModelSpace.of(context).stimulus();
        LatentParts parts =
                LatentFactories.make(context, options, space, PriorSet.scaled(space.dimension()), hyperparameters);
        Link link = Links.read(context, options, PROBIT);
        Model model = Models.of(parts, new BinaryLikelihood(link), hyperparameters, approximation);
        return SoftConstraints.read(context, options, link)
                .<Model>map(constraints -> new ConstrainedModel(model, constraints))
                .orElse(model);
    }

    private static Model semiParametric(StrategyContext context, ConfigSection options) {
        Hyperparameters hyperparameters = new Hyperparameters();
        Link link = Links.read(context, options, PROBIT);
        StimulusSpace space = ModelSpace.of(context).stimulus();
        int intensity = DimensionOption.one(STIM_DIM, options, space);
        Parts parts = Parts.of(space, intensity, hyperparameters);
        return new SemiParametricModel(
                hyperparameters,
                parts.slope,
                parts.offset,
                options.get(SLOPE_MEAN),
                intensity,
                new BinaryLikelihood(link),
                Approximations.readFit(options));
    }

    /** The covariances of slope and offset. */
    private record Parts(KernelShape slope, KernelShape offset) {
        static Parts of(StimulusSpace space, int intensity, Hyperparameters hyperparameters) {
            int[] others = IntStream.range(0, space.dimension())
                    .filter(j -> j != intensity)
                    .toArray();
            PriorSet priors = PriorSet.standard().withAmplitude(new Prior.Gamma(1.5, 1), 0.5);
            return new Parts(
                    LatentPriors.kernel("slope", space, others, priors, hyperparameters),
                    LatentPriors.kernel("offset", space, others, priors, hyperparameters));
        }
    }

    private static Model monotonic(StrategyContext context, ConfigSection options) {
        ModelSpace space = ModelSpace.of(context);
        int[] dimensions = DimensionOption.all(MONOTONIC_DIMS, options, space.stimulus());
        MonotonicProjection projection = new MonotonicProjection(
                dimensions,
                space.cube().model(new double[space.cube().dimension()]),
                options.get(MONOTONIC_GRID_SIZE),
                options.find(MIN_F_VAL).map(OptionalDouble::of).orElse(OptionalDouble.empty()));
        return new MonotonicModel(classification(context, options), projection);
    }

    private static Model hadamard(StrategyContext context, ConfigSection options) {
        Hyperparameters hyperparameters = new Hyperparameters();
        Link link = Links.read(context, options, LOGIT);
        StimulusSpace space = ModelSpace.of(context).stimulus();
        int intensity = DimensionOption.one(STIM_DIM, options, space);
        double slopeMean = options.get(SLOPE_MEAN);
        Parts made = Parts.of(space, intensity, hyperparameters);
        LatentParts parts = new LatentParts(
                x -> product(made, slopeMean, intensity, x).mean(), x -> product(made, slopeMean, intensity, x));
        return Models.of(parts, new BinaryLikelihood(link), hyperparameters, Approximations.read(context, options));
    }

    private static SlopeOffset product(Parts parts, double slopeMean, int intensity, double[] x) {
        return new SlopeOffset(parts.slope.at(x), parts.offset.at(x), slopeMean, 0, intensity);
    }

    private static Model regression(StrategyContext context, ConfigSection options) {
        Hyperparameters hyperparameters = new Hyperparameters();
        PriorSet priors = PriorSet.standard().withAmplitude(new Prior.Gamma(2, 1), 1);
        LatentParts parts =
                LatentFactories.make(context, options, ModelSpace.of(context).stimulus(), priors, hyperparameters);
        return RegressionModel.of(parts, hyperparameters, Approximations.readFit(options));
    }

    private static Model ordinal(StrategyContext context, ConfigSection options) {
        Hyperparameters hyperparameters = new Hyperparameters();
        LatentParts parts = LatentFactories.make(
                context, options, ModelSpace.of(context).stimulus(), PriorSet.standard(), hyperparameters);
        int levels = context.section("OrdinalLikelihood")
                .filter(section -> section.ownKeys().contains(N_LEVELS.key()))
                .orElse(options)
                .get(N_LEVELS);
        return OrdinalModel.of(parts, levels, hyperparameters, Approximations.read(context, options));
    }

    private static Model pairwise(StrategyContext context, ConfigSection options) {
        Hyperparameters hyperparameters = new Hyperparameters();
        StimulusSpace space = ModelSpace.of(context).stimulus();
        LatentParts utility = LatentFactories.make(
                context, options, space, PriorSet.standard().withFixedMean(0), hyperparameters);
        return Models.comparison(space, utility.kernel(), hyperparameters, Approximations.read(context, options));
    }
}
