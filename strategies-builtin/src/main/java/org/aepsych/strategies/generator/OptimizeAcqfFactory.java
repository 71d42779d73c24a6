package org.aepsych.strategies.generator;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.strategy.StateSchema;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.strategies.acquisition.AcquisitionCatalog;
import org.aepsych.strategies.acquisition.AcquisitionFunction;
import org.aepsych.strategies.acquisition.Situation;
import org.aepsych.strategies.gp.Model;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.TrainingSet;
import org.aepsych.strategies.model.ChosenModel;
import org.aepsych.strategies.model.ModelCatalog;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.sobol.SobolSequence;
import org.aepsych.strategies.space.PresentationCube;

/**
 * {@code optimize-acqf}: presents what an acquisition function values most under a model of the responses.
 *
 * <p>The work of an ask is bounded by {@code samps} and {@code restarts} and the fixed number of evaluations of a fit, and
 * never by the clock: a session that is run again on a slower machine makes the same proposals. {@code max_gen_time} is
 * therefore read and checked, but changes nothing; an ask stays far below the times that experiments give there.
 */
public final class OptimizeAcqfFactory implements StrategyFactory {
    private static final ConfigOption<String> ACQF = ConfigOption.text(
            "acqf",
            "The acquisition function, or the section about it; without it, EAVC for binary outcomes of single stimuli, and"
                    + " else qLogNoisyExpectedImprovement.");
    private static final ConfigOption<String> MODEL = ConfigOption.text(
            "model",
            "The model of the responses, or the section about it; without it, the usual one for the outcomes.");
    private static final ConfigOption<Integer> RESTARTS = BoundedOption.wholeFrom(
                    "restarts", 1, "How many good stimuli are improved to find the best.")
            .orElse(10);
    private static final ConfigOption<Integer> SAMPS = BoundedOption.wholeFrom(
                    "samps", 1, "How many stimuli are looked at to find good ones.")
            .orElse(1000);
    private static final ConfigOption<Double> MAX_GEN_TIME = BoundedOption.realBetween(
            "max_gen_time", 0, Double.POSITIVE_INFINITY, "Seconds for an ask; the work is always bounded below that.");
    private static final ConfigOption<Integer> REFIT_EVERY = BoundedOption.wholeFrom(
                    "refit_every", 1, "After how many asks the model is fitted from scratch, not from the fit before.")
            .orElse(1);
    private static final ConfigOption<Integer> KEEP_MOST_RECENT = BoundedOption.wholeFrom(
            "keep_most_recent", 1, "How many of the last trials the model sees; without it, all.");

    /** Makes the factory. */
    @Inject
    public OptimizeAcqfFactory() {}

    @Override
    public String name() {
        return "optimize-acqf";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("OptimizeAcqfGenerator");
    }

    @Override
    public ConfigSchema configSchema() {
        return ConfigSchema.of(ACQF, MODEL, RESTARTS, SAMPS, MAX_GEN_TIME, REFIT_EVERY, KEEP_MOST_RECENT);
    }

    @Override
    public StateSchema stateSchema() {
        return States.LEARNT;
    }

    @Override
    public Strategy create(StrategyContext context) {
        return restore(context, Learnt.nothing());
    }

    @Override
    public Strategy restore(StrategyContext context, Record state) {
        requireFit(context);
        return new OptimizeAcqfStrategy(context, settings(context), States.expect(Learnt.class, state));
    }

    private static OptimizeAcqfStrategy.Settings settings(StrategyContext context) {
        ConfigSection section = context.config();
        section.find(MAX_GEN_TIME);
        ChosenModel model = ModelCatalog.create(context, MODEL.orElse(ModelCatalog.usual(context)));
        String acquisition = section.get(ACQF.orElse(AcquisitionCatalog.usual(context)));
        return new OptimizeAcqfStrategy.Settings(
                model,
                new Belief.Schedule(
                        section.get(REFIT_EVERY), section.find(KEEP_MOST_RECENT).orElse(Integer.MAX_VALUE)),
                acquisition,
                usable(context, model, acquisition),
                new CubeSearch(section.get(SAMPS), section.get(RESTARTS)));
    }

    /** Makes the acquisition function, and tries it out, because not every target goes with every model. */
    private static AcquisitionFunction usable(StrategyContext context, ChosenModel model, String name) {
        AcquisitionFunction function = AcquisitionCatalog.create(context, name, ACQF.key());
        Model first = model.outcomes().get(0);
        TrainingSet nothing = TrainingSet.of(new double[0][], new double[0]);
        Posterior prior = first.posterior(nothing, first.fit(nothing));
        try {
            function.over(new Situation(
                    prior, prior.queries(new double[0][]), List.of(), context.stimuliPerTrial(), context.random(0)));
        } catch (IllegalArgumentException e) {
            String section =
                    context.section(name).isPresent() ? name : context.config().name();
            throw new ConfigException(Problem.of(section, "target", name + " cannot be used: " + e.getMessage()));
        }
        return function;
    }

    private static void requireFit(StrategyContext context) {
        int dimension =
                PresentationCube.of(context.space(), context.stimuliPerTrial()).dimension();
        if (dimension == 0 || dimension > SobolSequence.MAX_DIMENSION) {
            throw new ConfigException(Problem.of(
                    context.config().name(),
                    "optimize-acqf needs from 1 to " + SobolSequence.MAX_DIMENSION
                            + " parameters that are not fixed, but the stimuli of a trial have " + dimension));
        }
    }
}
