package org.aepsych.strategies.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.strategies.kernel.PriorSet;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.math.Normal;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.option.ChoiceOption;
import org.aepsych.strategies.prior.Prior;

/** The options that all factories of means and covariances have: what is believed about hyper-parameters. */
final class PriorOptions {
    /** AEPsych's box prior of variances. */
    static final Prior BOX = new Prior.SmoothedBox(1, 4, 0.01);

    /** Where fits under the box begin: amid it. */
    static final double BOX_START = 2;

    static final Prior INVERSE_GAMMA = new Prior.InverseGamma(4.6, 1);
    static final double INVERSE_GAMMA_START = 1 / 5.6;

    private static final double ROOT_TWO = StrictMath.sqrt(2);

    /** The start of the dimension-scaled prior: the mode for one dimension. */
    private static final double LOG_NORMAL_START = StrictMath.exp(ROOT_TWO - 3);

    private static final ConfigOption<Boolean> ZERO_MEAN =
            ConfigOption.flag("zero_mean", "Whether the mean is held at 0.").orElse(false);
    private static final ConfigOption<Double> TARGET = BoundedOption.realBetween(
            "target", 0, 1, "Holds the mean at the latent value whose probability under Φ is this.");
    private static final ConfigOption<String> LENGTHSCALE_PRIOR = ChoiceOption.of(
            "lengthscale_prior",
            List.of("gamma", "lognormal", "invgamma"),
            "What is believed about length-scales: Gamma(3, 6), AEPsych's dimension-scaled log-normal, or"
                    + " inverse gamma(4.6, 1).");
    private static final ConfigOption<Double> LS_LOC = ConfigOption.real(
            "ls_loc", "Location of the log-normal prior, to which half the logarithm of the dimension is added.");
    private static final ConfigOption<Double> LS_SCALE =
            BoundedOption.realBetween("ls_scale", 0, Double.POSITIVE_INFINITY, "Scale of the log-normal prior.");
    private static final ConfigOption<List<Double>> LENGTHSCALES = ConfigOption.reals(
            "lengthscales", "Holds the length-scales at these values, one for each parameter or one for all.");
    private static final ConfigOption<Boolean> FIXED_AMPLITUDE = ConfigOption.flag(
            "fixed_kernel_amplitude",
            "Whether the variance of the latent function is held at 1, as in AEPsych; otherwise it is fitted.");
    private static final ConfigOption<String> OUTPUTSCALE_PRIOR = ChoiceOption.of(
            "outputscale_prior",
            List.of("gamma", "box"),
            "What is believed about the variance where it is fitted: Gamma(2, 0.15), or nearly even from 1 to 4.");

    private PriorOptions() {}

    /** Returns these options after others. */
    static ConfigSchema schema(ConfigOption<?>... others) {
        List<ConfigOption<?>> options = new ArrayList<>(Arrays.asList(others));
        options.addAll(List.of(
                ZERO_MEAN,
                TARGET,
                LENGTHSCALE_PRIOR,
                LS_LOC,
                LS_SCALE,
                LENGTHSCALES,
                FIXED_AMPLITUDE,
                OUTPUTSCALE_PRIOR));
        return new ConfigSchema(options);
    }

    /** Returns priors as options say, and as the defaults say where there is no option. */
    static PriorSet read(ConfigSection section, PriorSet defaults, StimulusSpace space) {
        PriorSet priors = defaults;
        if (section.get(ZERO_MEAN)) {
            priors = priors.withFixedMean(0);
        } else if (section.ownKeys().contains(TARGET.key())) {
            // A target in [common] is what is sought, not the mean.
            priors = priors.withFixedMean(Normal.quantile(section.get(TARGET)));
        }
        Optional<String> lengthscale = section.find(LENGTHSCALE_PRIOR);
        if (lengthscale.isPresent()) {
            priors = switch (lengthscale.get()) {
                case "lognormal" -> logNormal(section, priors, space.dimension());
                case "invgamma" -> priors.withLengthscale(INVERSE_GAMMA, INVERSE_GAMMA_START);
                default -> priors.withLengthscale(new Prior.Gamma(3, 6), 1.0 / 3);
            };
        }
        Optional<String> outputscale = section.find(OUTPUTSCALE_PRIOR);
        if (outputscale.isPresent()) {
            priors = outputscale.get().equals("box")
                    ? priors.withAmplitude(BOX, BOX_START)
                    : priors.withAmplitude(new Prior.Gamma(2, 0.15), 1 / 0.15);
        }
        if (section.find(FIXED_AMPLITUDE).orElse(false)) {
            priors = priors.withFixedAmplitude(1);
        }
        return section.find(LENGTHSCALES).isPresent()
                ? priors.withFixedLengthscales(lengthscales(section, space.dimension()))
                : priors;
    }

    private static PriorSet logNormal(ConfigSection section, PriorSet priors, int dimension) {
        double location = section.find(LS_LOC).orElse(ROOT_TWO) + StrictMath.log(Math.max(1, dimension)) / 2;
        double scale = section.find(LS_SCALE).orElse(StrictMath.sqrt(3));
        return priors.withLengthscale(new Prior.LogNormal(location, scale), LOG_NORMAL_START);
    }

    private static List<Double> lengthscales(ConfigSection section, int dimension) {
        List<Double> values = section.get(LENGTHSCALES);
        boolean fits = values.size() == 1 || values.size() == dimension;
        if (!fits || values.stream().anyMatch(value -> !(value > 0))) {
            throw new ConfigException(Problem.of(
                    section.name(),
                    LENGTHSCALES.key(),
                    "expected one length-scale above 0, or " + dimension + ", but found " + values));
        }
        return values.size() == 1 ? Collections.nCopies(Math.max(1, dimension), values.get(0)) : values;
    }
}
