package org.aepsych.strategies.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.strategy.OutcomeType;
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
import org.aepsych.strategies.math.TimeBudget;
import org.aepsych.strategies.model.ChosenModel;
import org.aepsych.strategies.model.ModelCatalog;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.sobol.SobolSequence;
import org.aepsych.strategies.space.PresentationCube;

/**
 * What all strategies with a model have in common: its options, its state, and what their space must be like.
 *
 * <p>The work of an ask is bounded by options and by the fixed number of evaluations of a fit, and not by the clock: a
 * session that is run again on a slower machine makes the same proposals. {@code max_gen_time} is counted in steps, too.
 * Only the models' {@code max_fit_time} looks at the clock; what it cuts short is recorded with the ask, so a replay does
 * not look again.
 */
abstract class ModelBasedFactory implements StrategyFactory {
    static final ConfigOption<String> ACQF = ConfigOption.text(
            "acqf",
            "The acquisition function, or the section about it; without it, EAVC for binary outcomes of single stimuli, and"
                    + " else qLogNoisyExpectedImprovement.");
    static final ConfigOption<Integer> SAMPS = BoundedOption.wholeFrom(
                    "samps", 1, "How many stimuli are looked at to find good ones.")
            .orElse(1000);

    private static final ConfigOption<String> MODEL = ConfigOption.text(
            "model",
            "The model of the responses, or the section about it; without it, the usual one for the outcomes.");
    static final ConfigOption<Double> MAX_GEN_TIME = BoundedOption.realBetween(
            "max_gen_time",
            0,
            Double.POSITIVE_INFINITY,
            "After how many seconds the search for the best stimulus ends with the best so far, counted as one step of the"
                    + " search for each millisecond, so that it is the same on every machine; without it, when it is"
                    + " done.");
    /** A step takes less: the search ends within the time, at the same place on every machine. */
    private static final double STEPS_PER_SECOND = 1000;

    private static final ConfigOption<Integer> REFIT_EVERY = BoundedOption.wholeFrom(
                    "refit_every", 1, "After how many asks the model is fitted from scratch, not from the fit before.")
            .orElse(1);
    private static final ConfigOption<Integer> KEEP_MOST_RECENT = BoundedOption.wholeFrom(
            "keep_most_recent", 1, "How many of the last trials the model sees; without it, all.");

    /** Returns the options that only this kind of strategy has. */
    abstract List<ConfigOption<?>> ownOptions();

    /** Makes a strategy from what all have in common. */
    abstract Strategy make(StrategyContext context, ChosenModel model, Belief belief);

    @Override
    public final ConfigSchema configSchema() {
        List<ConfigOption<?>> options = new ArrayList<>(ownOptions());
        options.addAll(Arrays.asList(MODEL, REFIT_EVERY, KEEP_MOST_RECENT));
        return new ConfigSchema(options);
    }

    @Override
    public final List<String> choices(String option) {
        if (option.equals(MODEL.key())) {
            return List.copyOf(ModelCatalog.KINDS.entries().keySet());
        }
        return option.equals(ACQF.key())
                ? List.copyOf(AcquisitionCatalog.KINDS.entries().keySet())
                : List.of();
    }

    @Override
    public final StateSchema stateSchema() {
        return States.LEARNT;
    }

    @Override
    public final Strategy create(StrategyContext context) {
        return restore(context, Learnt.nothing());
    }

    @Override
    public final Strategy restore(StrategyContext context, Record state) {
        requireFit(context);
        ConfigSection section = context.config();
        ChosenModel model = ModelCatalog.create(context, MODEL.orElse(ModelCatalog.usual(context)));
        Belief.Schedule schedule = new Belief.Schedule(
                section.get(REFIT_EVERY), section.find(KEEP_MOST_RECENT).orElse(Integer.MAX_VALUE));
        return make(context, model, new Belief(context, model, schedule, States.expect(Learnt.class, state)));
    }

    /** Returns how long a search may take. */
    static TimeBudget budget(ConfigSection section) {
        return section.find(MAX_GEN_TIME)
                .map(seconds -> TimeBudget.steps((long) Math.ceil(seconds * STEPS_PER_SECOND)))
                .orElse(TimeBudget.UNLIMITED);
    }

    /** Returns the name of the acquisition function. */
    static String acquisitionName(StrategyContext context) {
        return context.config().get(ACQF.orElse(AcquisitionCatalog.usual(context)));
    }

    /** Makes an acquisition function, and tries it out, because not every target goes with every model. */
    static AcquisitionFunction acquisition(StrategyContext context, ChosenModel model, String name, int outcome) {
        OutcomeType type = context.outcomeTypes().get(outcome);
        AcquisitionFunction function = AcquisitionCatalog.create(context, name, ACQF.key(), type);
        Posterior prior = prior(model.outcomes().get(outcome));
        try {
            function.over(new Situation(
                    prior, prior.queries(new double[0][]), List.of(), context.stimuliPerTrial(), context.random(0)));
        } catch (UnsupportedOperationException e) {
            throw new ConfigException(
                    Problem.of(context.config().name(), ACQF.key(), name + " cannot be used: " + e.getMessage()));
        } catch (IllegalArgumentException e) {
            String section =
                    context.section(name).isPresent() ? name : context.config().name();
            throw new ConfigException(Problem.of(section, "target", name + " cannot be used: " + e.getMessage()));
        }
        return function;
    }

    /** Checks that a target is an outcome that can be expected. */
    static double reachable(StrategyContext context, ChosenModel model, double target) {
        try {
            prior(model.outcomes().get(0)).likelihood().latent(target);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(Problem.of(context.config().name(), "target", String.valueOf(e.getMessage())));
        }
        return target;
    }

    private static Posterior prior(Model model) {
        TrainingSet nothing = TrainingSet.of(new double[0][], new double[0]);
        return model.posterior(nothing, model.fit(nothing));
    }

    private void requireFit(StrategyContext context) {
        int dimension =
                PresentationCube.of(context.space(), context.stimuliPerTrial()).dimension();
        if (dimension == 0 || dimension > SobolSequence.MAX_DIMENSION) {
            throw new ConfigException(Problem.of(
                    context.config().name(),
                    name() + " needs from 1 to " + SobolSequence.MAX_DIMENSION
                            + " parameters that are not fixed, but the stimuli of a trial have " + dimension));
        }
    }

    /** Makes a strategy that always looks for the first outcome's best trial by the acquisition function of the file. */
    static Strategy searching(StrategyContext context, ChosenModel model, Belief belief, Search search) {
        String name = acquisitionName(context);
        AcquisitionFunction function = acquisition(context, model, name, 0);
        return new ModelBasedStrategy(
                context,
                model.name(),
                Optional.of(name),
                belief,
                List.of(new ModelBasedStrategy.Aim(0, function, search)));
    }
}
