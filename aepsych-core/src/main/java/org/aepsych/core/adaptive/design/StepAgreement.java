package org.aepsych.core.adaptive.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.strategy.OutcomeType;

/** A step's section may repeat what holds for the whole experiment, but cannot contradict it. */
final class StepAgreement {
    private static final ConfigOption<Integer> STIMULI = ConfigOption.whole("stimuli_per_trial", "as in [common]");
    private static final ConfigOption<List<String>> OUTCOMES = ConfigOption.texts("outcome_types", "as in [common]");
    private static final ConfigOption<List<Double>> LOWER = ConfigOption.reals("lb", "bounds as those of parameters");
    private static final ConfigOption<List<Double>> UPPER = ConfigOption.reals("ub", "bounds as those of parameters");

    private final ConfigSection step;
    private final List<Problem> problems = new ArrayList<>();

    private StepAgreement(ConfigSection step) {
        this.step = step;
    }

    /**
     * Looks at a step.
     *
     * @param step its section
     * @param stimuli stimuli of each trial of the experiment
     * @param types the experiment's outcomes
     * @param space the experiment's parameters; empty if they could not be read
     * @return what the section contradicts
     */
    static List<Problem> problems(
            ConfigSection step, int stimuli, List<OutcomeType> types, Optional<ParameterSpace> space) {
        StepAgreement agreement = new StepAgreement(step);
        agreement.own(STIMULI).filter(own -> own != stimuli).ifPresent(own -> agreement.differs(STIMULI, "" + stimuli));
        List<String> names =
                types.stream().map(type -> type.name().toLowerCase(Locale.ROOT)).toList();
        agreement
                .own(OUTCOMES)
                .filter(own -> !own.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList()
                        .equals(names))
                .ifPresent(own -> agreement.differs(OUTCOMES, names.toString()));
        space.ifPresent(known -> {
            agreement.bounds(LOWER, known, StepAgreement::lower);
            agreement.bounds(UPPER, known, StepAgreement::upper);
        });
        return agreement.problems;
    }

    private <T> Optional<T> own(ConfigOption<T> option) {
        if (!step.ownKeys().contains(option.key())) {
            return Optional.empty();
        }
        try {
            return Optional.of(step.get(option));
        } catch (ConfigException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private void bounds(ConfigOption<List<Double>> option, ParameterSpace space, ToDoubleFunction<Parameter> bound) {
        List<Double> expected =
                space.parameters().stream().map(bound::applyAsDouble).toList();
        own(option)
                .filter(own -> !own.equals(expected))
                .ifPresent(own ->
                        report(option, "expected the bounds of the parameters, " + expected + ", but found " + own));
    }

    private static double lower(Parameter parameter) {
        if (parameter instanceof Parameter.Continuous real) {
            return real.lower();
        }
        return parameter instanceof Parameter.Whole whole ? whole.lower() : 0;
    }

    private static double upper(Parameter parameter) {
        if (parameter instanceof Parameter.Continuous real) {
            return real.upper();
        } else if (parameter instanceof Parameter.Whole whole) {
            return whole.upper();
        }
        return parameter instanceof Parameter.Categorical categorical
                ? categorical.choices().size() - 1
                : 1;
    }

    private void differs(ConfigOption<?> option, String expected) {
        report(
                option,
                "expected what [common] says, " + expected + ", but found "
                        + step.text(option.key()).orElse("nothing")
                        + "; all steps of an experiment have the same trials");
    }

    private void report(ConfigOption<?> option, String message) {
        problems.add(step.problem(option.key(), message));
    }
}
