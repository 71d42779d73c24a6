package org.aepsych.strategies.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.option.Catalog;
import org.aepsych.strategies.option.Documented;
import org.aepsych.strategies.option.Part;
import org.aepsych.strategies.outcome.Link;

/** How response probabilities depend on latent functions, under AEPsych's names. */
public final class Links {
    /** The probability at the lowest latent values. */
    public static final ConfigOption<Double> FLOOR = BoundedOption.realFrom(
            "floor", 0, 1, "The response probability far below threshold, such as the chance of guessing right.");

    /** The name of the link. */
    public static final ConfigOption<String> LINK = ConfigOption.text(
            "link", "How the response probability depends on the latent function, or the section about it.");

    private static final ConfigOption<String> LIKELIHOOD =
            ConfigOption.text("likelihood", "AEPsych's name for the same, or the section about it.");
    private static final ConfigOption<String> OBJECTIVE =
            ConfigOption.text("objective", "In the likelihood's section: the name of the link.");
    private static final double HALF = 0.5;

    /** The links. */
    public static final Catalog<Kind> KINDS = new Catalog<>("link", kinds());

    private static final Catalog<Boolean> LIKELIHOODS = new Catalog<>(
            "likelihood",
            Map.of(
                    "BernoulliLikelihood",
                    false,
                    "BernoulliObjectiveLikelihood",
                    true,
                    "LinearBernoulliLikelihood",
                    true));

    private Links() {}

    /**
     * A kind of link.
     *
     * @param help what it is
     * @param floor the default floor
     * @param maker makes the link from its floor
     */
    public record Kind(String help, double floor, DoubleFunction<Link> maker) implements Documented {
        @Override
        public ConfigSchema options() {
            return ConfigSchema.of(FLOOR.orElse(floor));
        }
    }

    /** Returns the options of models with a link. */
    static ConfigOption<?>[] options(String fallback) {
        return new ConfigOption<?>[] {LINK.orElse(fallback), FLOOR, LIKELIHOOD};
    }

    /**
     * Reads the link of a model.
     *
     * @param context of the strategy
     * @param model options of the model
     * @param fallback the link where none is named
     * @return the link
     */
    static Link read(StrategyContext context, ConfigSection model, String fallback) {
        String name = fallback;
        ConfigSection named = model;
        String option = LINK.key();
        if (model.find(LINK).isPresent()) {
            name = model.get(LINK);
        } else if (model.find(LIKELIHOOD).isPresent()) {
            Part likelihood = Part.named(context, model.get(LIKELIHOOD));
            boolean linked = LIKELIHOODS.get(likelihood.className(), model.name(), LIKELIHOOD.key());
            name = linked ? likelihood.options().find(OBJECTIVE).orElse(fallback) : "ProbitObjective";
            named = likelihood.options();
            option = OBJECTIVE.key();
        }
        return make(context, name, named, option);
    }

    /**
     * Makes a link from its name.
     *
     * @param context of the strategy
     * @param name of the link or of a section about it
     * @param from where it is named; its floor counts if the link has no section with one
     * @param option the option where it is named
     * @return the link
     */
    public static Link make(StrategyContext context, String name, ConfigSection from, String option) {
        Part part = Part.named(context, name);
        Kind kind = KINDS.get(part.className(), from.name(), option);
        double floor = context.section(name)
                .flatMap(own -> own.ownKeys().contains(FLOOR.key()) ? own.find(FLOOR) : Optional.empty())
                .or(() -> from.find(FLOOR))
                .orElse(kind.floor);
        return kind.maker.apply(floor);
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("ProbitObjective", new Kind("The normal distribution function Φ(f).", 0, Link::probit));
        kinds.put("FloorProbitObjective", new Kind("g + (1 − g) Φ(f), with a floor g.", HALF, Link::probit));
        kinds.put("FloorLogitObjective", new Kind("g + (1 − g)/(1 + exp(−f)), with a floor g.", HALF, Link::logit));
        kinds.put(
                "FloorGumbelObjective",
                new Kind(
                        "g + (1 − g)(1 − exp(−exp f)), with a floor g: Weibull functions of the logarithm of the intensity.",
                        HALF,
                        Link::gumbel));
        return kinds;
    }
}
