package org.aepsych.web.main.simulate;

import static org.aepsych.web.main.simulate.ObserverOptions.require;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.core.adaptive.session.Rehearsal;
import org.aepsych.core.adaptive.simulation.observer.Landscape;
import org.aepsych.core.adaptive.simulation.observer.Psychometric;
import org.aepsych.core.adaptive.simulation.observer.Response;
import org.aepsych.core.adaptive.simulation.observer.SimulatedObserver;
import org.aepsych.core.adaptive.simulation.study.Question;
import org.aepsych.core.adaptive.simulation.study.Question.Goal;
import org.aepsych.core.config.ExperimentFile;

/** The observers of an adaptive experiment and what is asked about them, as the options say. */
final class ObserverDesign {
    /** By how much a surface differs over the whole range. */
    private static final double USUAL_STEEPNESS = 10;

    private static final double USUAL_TARGET = 0.75;
    private static final double USUAL_LAPSE = 0.02;
    private static final String PEAK = "peak";
    private static final String RISING = "rising";

    private final ExperimentFile file;
    private final ObserverOptions options;
    private final ParameterSpace space;
    private final boolean pairs;
    private final List<OutcomeType> types;
    private final List<String> names;

    ObserverDesign(ExperimentFile file, Rehearsal rehearsal, ObserverOptions options) {
        this.file = file;
        this.options = options;
        space = rehearsal.space();
        pairs = rehearsal.stimuliPerTrial() == 2;
        types = rehearsal.outcomeTypes();
        names = rehearsal.outcomeNames();
        require(
                space.parameters().stream().anyMatch(parameter -> !(parameter instanceof Parameter.Fixed)),
                "all parameters of the experiment are fixed: there is nothing to find out");
        options.requireFitting(types);
        for (int i = 0; i < types.size(); i++) {
            require(
                    !pairs || types.get(i) == OutcomeType.BINARY,
                    "simulated observers say which of two stimuli they prefer, but outcome " + names.get(i)
                            + " of these comparisons is " + types.get(i).name().toLowerCase(Locale.ROOT)
                            + ": no model predicts such outcomes, so there is no error that could be measured");
        }
    }

    /** Returns the probability whose threshold is sought. */
    Optional<Double> target() {
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i) == OutcomeType.BINARY && !pairs) {
                return Optional.of(probability(options.outcome(i, types.size())));
            }
        }
        return Optional.empty();
    }

    /**
     * Makes the observers.
     *
     * @param levels how many categories an ordinal outcome has
     */
    SimulatedObserver observer(IntUnaryOperator levels) {
        List<SimulatedObserver.Sense> senses = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            ObserverOptions.OfOutcome own = options.outcome(i, types.size());
            int outcome = i;
            senses.add(
                    new SimulatedObserver.Sense(landscape(i, own), response(i, own, () -> levels.applyAsInt(outcome))));
        }
        return new SimulatedObserver(space, senses);
    }

    /** Returns what is asked about each outcome. */
    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            ObserverOptions.OfOutcome own = options.outcome(i, types.size());
            OptionalDouble target = pairs
                    ? OptionalDouble.empty()
                    : types.get(i) == OutcomeType.BINARY ? OptionalDouble.of(probability(own)) : optional(own.mean());
            Set<Goal> goals = EnumSet.noneOf(Goal.class);
            if (pairs) {
                goals.add(Goal.ORDER);
            } else if (types.get(i) != OutcomeType.BINARY) {
                goals.add(Goal.OUTCOME);
            }
            if (target.isPresent()) {
                goals.add(Goal.THRESHOLD);
            }
            if (surface(i, own).equals(PEAK)) {
                goals.add(Goal.BEST);
            }
            questions.add(new Question(names.get(i), types.get(i), goals, target, intensity(own)));
        }
        return questions;
    }

    private String surface(int outcome, ObserverOptions.OfOutcome own) {
        boolean peaked = pairs || types.get(outcome) == OutcomeType.CONTINUOUS;
        String word = own.surface().orElse(peaked ? PEAK : RISING);
        require(
                word.equals(PEAK) || word.equals(RISING),
                "--surface is " + RISING + " or " + PEAK + ", but is " + word);
        return word;
    }

    private Landscape landscape(int outcome, ObserverOptions.OfOutcome own) {
        if (surface(outcome, own).equals(PEAK)) {
            require(
                    own.threshold().isEmpty(),
                    "--threshold is of a rising surface, but that of " + names.get(outcome) + " has a peak");
            double height = own.slope().orElse(USUAL_STEEPNESS);
            require(height > 0, "--slope is above 0, but is " + height);
            return new Landscape.Peak(height);
        }
        int index = intensity(own)
                .orElseThrow(() -> new AepsychException(
                        StandardError.INPUT_INVALID,
                        "none of the parameters " + space.names()
                                + " is an intensity with which answers could rise; --surface peak needs none"));
        double usual = USUAL_STEEPNESS / Landscape.Rising.width(space, index);
        double steepness = own.slope().orElse(usual);
        require(
                steepness > 0 || (steepness < 0 && types.get(outcome) != OutcomeType.BINARY),
                "--slope is above 0, or below if the outcome is not binary, but is " + steepness);
        return new Landscape.Rising(index, optional(own.threshold()), steepness);
    }

    private Response response(int outcome, ObserverOptions.OfOutcome own, IntSupplier levels) {
        double lapse = own.lapse().orElse(USUAL_LAPSE);
        double guess = own.guess().orElse(0.0);
        require(
                guess >= 0 && lapse >= 0 && guess + lapse < 1,
                "--guess and --lapse are from 0, and together below 1, but are " + guess + " and " + lapse);
        OutcomeType type = types.get(outcome);
        boolean detected = type == OutcomeType.BINARY && !pairs;
        require(
                guess == 0 || detected || types.size() > 1,
                "--guess is of binary outcomes of single stimuli; for others there is --lapse");
        if (detected) {
            return new Response.Detection(own.shape(), guess, lapse);
        }
        if (pairs) {
            Psychometric shape = own.shape();
            require(
                    shape != Psychometric.WEIBULL,
                    "--shape of preferences is normal or logistic, because neither stimulus comes first, but is weibull");
            return new Response.Choice(shape, lapse);
        }
        if (type == OutcomeType.CONTINUOUS) {
            double noise = own.noise().orElse(1.0);
            require(noise > 0, "--noise is above 0, but is " + noise);
            return new Response.Measured(noise, lapse);
        }
        int categories = levels.getAsInt();
        List<Double> cuts = own.cutPoints();
        require(
                cuts.isEmpty() || (cuts.size() == categories - 1 && rising(cuts)),
                "--cut-points are " + (categories - 1) + " rising numbers, because outcome " + names.get(outcome)
                        + " has " + categories + " categories, but are " + cuts);
        return new Response.Rating(categories, cuts, lapse);
    }

    private static boolean rising(List<Double> numbers) {
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i - 1) >= numbers.get(i)) {
                return false;
            }
        }
        return true;
    }

    private double probability(ObserverOptions.OfOutcome own) {
        double sought = own.probability().or(() -> ObserverOptions.target(file)).orElse(USUAL_TARGET);
        require(
                sought > own.guess().orElse(0.0) && sought < 1 - own.lapse().orElse(USUAL_LAPSE),
                "--target lies between --guess and 1 − --lapse, so that there is a threshold, but is " + sought);
        return sought;
    }

    /** Returns the intensity; empty if no parameter is a number. */
    private OptionalInt intensity(ObserverOptions.OfOutcome own) {
        List<Parameter> parameters = space.parameters();
        if (own.intensity().isPresent()) {
            int index = space.indexOf(own.intensity().get());
            require(
                    index >= 0 && scaled(parameters.get(index)),
                    "--intensity is a number among the parameters " + space.names() + ", but is "
                            + own.intensity().get());
            return OptionalInt.of(index);
        }
        for (int index = parameters.size() - 1; index >= 0; index--) {
            if (scaled(parameters.get(index))) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean scaled(Parameter parameter) {
        return parameter instanceof Parameter.Continuous || parameter instanceof Parameter.Whole;
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
