package org.aepsych.strategies.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.strategy.ModelQueries.Difference;
import org.aepsych.api.strategy.ModelQueries.Estimate;
import org.aepsych.api.strategy.ModelQueries.Line;
import org.aepsych.api.strategy.ModelQueries.Prediction;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.gp.Model;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.gp.TrainingSet;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.model.ChosenModel;
import org.aepsych.strategies.model.Outcomes;
import org.aepsych.strategies.space.PresentationCube;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy believes about the responses: its model, and the trials that the model has seen. The fit is a function
 * of the {@link Learnt} state alone; it is kept until the state changes, which changes no result. Not thread-safe.
 */
final class Belief {
    private static final double LEAST_INFORMATION = 1e-6;

    private final StrategyContext context;
    private final ChosenModel model;
    private final Schedule schedule;
    private final PresentationCube cube;
    private final Outcomes outcomes;
    private final List<String> names;
    private Learnt learnt;
    private @Nullable Fit fit;

    /**
     * What is believed after some trials.
     *
     * @param context of the strategy
     * @param model of the responses
     * @param schedule when the model is fitted, and to what
     * @param learnt the trials
     */
    Belief(StrategyContext context, ChosenModel model, Schedule schedule, Learnt learnt) {
        this.context = context;
        this.model = model;
        this.schedule = schedule;
        this.learnt = learnt;
        cube = PresentationCube.of(context.space(), context.stimuliPerTrial());
        names = context.space().parameters().stream()
                .filter(parameter -> !(parameter instanceof Parameter.Fixed))
                .map(Parameter::name)
                .toList();
        outcomes = new Outcomes(context.outcomeTypes(), model);
    }

    /**
     * When a model is fitted, and to what.
     *
     * @param refitEvery after how many asks hyper-parameters are fitted from scratch, from 1
     * @param keepMostRecent how many of the last trials the model sees, from 1
     */
    record Schedule(int refitEvery, int keepMostRecent) {}

    /** Returns the cube of whole presentations. */
    PresentationCube cube() {
        return cube;
    }

    /** Returns what models see of one stimulus. */
    StimulusSpace stimulusSpace() {
        return new StimulusSpace(names, cube.cube().nominal());
    }

    /** Returns the posterior of the first outcome. */
    Posterior posterior() {
        return posteriors().get(0);
    }

    /** Returns the posterior of each outcome. */
    List<Posterior> posteriors() {
        return fit().posteriors;
    }

    /** Returns the places of the trials that the model sees. */
    List<double[]> seen() {
        return recent().stream().map(Trial::toArray).toList();
    }

    /**
     * Returns the posterior of an outcome as if there had been trials at some places which told what was expected, each as
     * much as a trial is expected to tell; for asks of several presentations.
     */
    Posterior posteriorAfter(int outcome, List<double[]> pending) {
        Posterior posterior = posteriors().get(outcome);
        if (pending.isEmpty()) {
            return posterior;
        }
        int n = pending.size();
        double[] values = new double[n];
        double[] variances = new double[n];
        PosteriorPoint point = posterior.newPoint();
        for (int i = 0; i < n; i++) {
            point.move(pending.get(i));
            values[i] = point.mean();
            variances[i] =
                    1 / Math.max(LEAST_INFORMATION, point.likelihood().information(point.mean(), point.variance()));
        }
        TrainingSet data = trainingSets().get(outcome).anchored(pending.toArray(double[][]::new), values, variances);
        return model.outcomes()
                .get(outcome)
                .posterior(data, model.split(memory()).get(outcome));
    }

    /** Returns the hyper-parameters of the present fit, for {@link Proposal#memory()}. */
    List<Double> memory() {
        return fit().memory;
    }

    void asked(int points, List<Double> memory) {
        learnt = learnt.asked(points, memory);
        if (fit != null && !fit.memory.equals(memory)) {
            fit = null;
        }
    }

    void tell(Observation observation) {
        outcomes.check(observation.outcomes());
        learnt = learnt.told(Trial.of(cube.model(observation.presentation()), observation.outcomes()));
        fit = null;
    }

    Learnt learnt() {
        return learnt;
    }

    /** Returns where an outcome is expected to cross a target along a line; empty without trials. */
    Optional<Estimate> threshold(Line line, double target) {
        return questions(line).map(asked -> asked.threshold(level(line.outcome(), target), line.credibility()));
    }

    /** Returns the just noticeable difference at a stimulus; empty without trials. */
    Optional<Estimate> noticeableDifference(Line line, Difference difference) {
        return questions(line).map(asked -> asked.difference(line.through(), difference, line.credibility()));
    }

    private Optional<LineQuestions> questions(Line line) {
        if (learnt.trials().isEmpty() || line.outcome() >= model.outcomes().size()) {
            return Optional.empty();
        }
        String parameter = line.parameter();
        int axis = names.indexOf(parameter);
        if (axis < 0) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "expected one of the parameters that are not fixed, " + names + ", but found " + parameter);
        }
        return Optional.of(new LineQuestions(
                cube.cube(),
                posteriors().get(line.outcome()),
                line.through(),
                context.space().indexOf(parameter),
                axis));
    }

    private double level(int outcome, double target) {
        try {
            return posteriors().get(outcome).likelihood().latent(target);
        } catch (IllegalArgumentException e) {
            throw new AepsychException(StandardError.INPUT_INVALID, "target: " + e.getMessage(), e);
        }
    }

    /** Predicts an outcome; empty without trials. */
    List<Prediction> predict(int outcome, List<Stimulus> stimuli) {
        if (learnt.trials().isEmpty() || outcome >= model.outcomes().size()) {
            return List.of();
        }
        double[][] places = stimuli.stream().map(cube.cube()::model).toArray(double[][]::new);
        return outcomes.predict(posteriors().get(outcome), cube, places);
    }

    /** Returns the latent value of a response probability; empty without trials, or if there is none. */
    OptionalDouble latent(double probability) {
        if (learnt.trials().isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(posterior().likelihood().latent(probability));
        } catch (IllegalArgumentException e) {
            return OptionalDouble.empty();
        }
    }

    /** Returns the outcome that is expected at a latent value; empty without trials. */
    OptionalDouble expected(int outcome, double latent) {
        if (learnt.trials().isEmpty() || outcome >= model.outcomes().size()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(posteriors().get(outcome).likelihood().expected(latent, 0));
    }

    private Fit fit() {
        if (fit == null) {
            List<TrainingSet> data = trainingSets();
            List<Double> memory = hyperparameters(data);
            List<Posterior> posteriors = new ArrayList<>();
            List<List<Double>> parts = model.split(memory);
            for (int i = 0; i < data.size(); i++) {
                posteriors.add(model.outcomes().get(i).posterior(data.get(i), parts.get(i)));
            }
            fit = new Fit(memory, List.copyOf(posteriors));
        }
        return fit;
    }

    private List<Double> hyperparameters(List<TrainingSet> data) {
        if (learnt.current() && !learnt.memory().isEmpty()) {
            return learnt.memory();
        }
        List<Double> fitted = new ArrayList<>();
        List<Double> endings = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            List<Double> one = hyperparameters(i, data.get(i));
            int size = model.outcomes().get(i).size();
            fitted.addAll(one.subList(0, size));
            endings.addAll(one.subList(size, one.size()));
        }
        // Last, so that hyper-parameters are found where they were before fits could have a budget of time.
        fitted.addAll(endings);
        return List.copyOf(fitted);
    }

    private List<Double> hyperparameters(int outcome, TrainingSet data) {
        Model one = model.outcomes().get(outcome);
        if (learnt.memory().isEmpty()) {
            return one.fit(data);
        }
        List<Double> before = model.split(learnt.memory()).get(outcome);
        return learnt.asks() % schedule.refitEvery() == 0 ? one.fit(data, before) : one.refit(data, before);
    }

    private List<Trial> recent() {
        List<Trial> trials = learnt.trials();
        int all = trials.size();
        return trials.subList(Math.max(0, all - schedule.keepMostRecent()), all);
    }

    private List<TrainingSet> trainingSets() {
        List<Trial> recent = recent();
        double[][] x = recent.stream().map(Trial::toArray).toArray(double[][]::new);
        List<TrainingSet> sets = new ArrayList<>();
        for (int i = 0; i < model.outcomes().size(); i++) {
            int outcome = i;
            sets.add(TrainingSet.of(
                    x,
                    recent.stream()
                            .mapToDouble(trial -> trial.outcomes().get(outcome))
                            .toArray()));
        }
        return sets;
    }

    private record Fit(List<Double> memory, List<Posterior> posteriors) {}
}
