package org.aepsych.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.api.strategy.StateSchema;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.core.plugin.Extensions;

/** Strategies just large enough to see whether they are asked and told the right things. */
public final class TinyStrategies {
    private TinyStrategies() {}

    /** Returns all of them, under their own names and AEPsych's. */
    public static Extensions extensions() {
        return new Extensions(
                Map.of(
                        "tiny-random", new RandomFactory(),
                        "tiny-list", new ListFactory(),
                        "tiny-model", new ModelFactory(),
                        "tiny-broken", new BrokenFactory()),
                Map.of(),
                Map.of());
    }

    /** Draws uniformly, each round from its own randomness. */
    private static final class RandomFactory implements StrategyFactory {
        @Override
        public String name() {
            return "tiny-random";
        }

        @Override
        public Set<String> aliases() {
            return Set.of("SobolGenerator");
        }

        @Override
        public ConfigSchema configSchema() {
            return ConfigSchema.of();
        }

        @Override
        public StateSchema stateSchema() {
            return new StateSchema(1, Map.of(1, Memory.class));
        }

        @Override
        public Strategy create(StrategyContext context) {
            return restore(context, new Memory(List.of()));
        }

        @Override
        public Strategy restore(StrategyContext context, Record state) {
            return new Drawing(context, (Memory) state, false);
        }
    }

    /** Has a model, and remembers of each ask a number that the next ask depends on. */
    private static final class ModelFactory implements StrategyFactory {
        @Override
        public String name() {
            return "tiny-model";
        }

        @Override
        public Set<String> aliases() {
            return Set.of("OptimizeAcqfGenerator");
        }

        @Override
        public ConfigSchema configSchema() {
            return ConfigSchema.of();
        }

        @Override
        public StateSchema stateSchema() {
            return new StateSchema(1, Map.of(1, Memory.class));
        }

        @Override
        public Strategy create(StrategyContext context) {
            return restore(context, new Memory(List.of()));
        }

        @Override
        public Strategy restore(StrategyContext context, Record state) {
            return new Drawing(context, (Memory) state, true);
        }
    }

    /**
     * What a strategy has seen.
     *
     * @param numbers one for each outcome told and each number remembered
     */
    public record Memory(List<Double> numbers) {
        public Memory {
            numbers = List.copyOf(numbers);
        }

        Memory plus(List<Double> more) {
            List<Double> all = new ArrayList<>(numbers);
            all.addAll(more);
            return new Memory(all);
        }

        double sum() {
            return numbers.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    private static final class Drawing implements Strategy, ModelQueries {
        private final StrategyContext context;
        private final boolean model;
        private Memory memory;

        Drawing(StrategyContext context, Memory memory, boolean model) {
            this.context = context;
            this.memory = memory;
            this.model = model;
        }

        @Override
        public Proposal ask(AskRequest request) {
            RandomGenerator random = context.random(request.round());
            List<Presentation> presentations = new ArrayList<>();
            for (int i = 0; i < request.points(); i++) {
                List<Stimulus> stimuli = new ArrayList<>();
                for (int s = 0; s < context.stimuliPerTrial(); s++) {
                    stimuli.add(new Stimulus(context.space().parameters().stream()
                            .map(p -> request.fixed().getOrDefault(p.name(), value(p, random)))
                            .toList()));
                }
                presentations.add(new Presentation(stimuli));
            }
            return new Proposal(presentations, model ? List.of(memory.sum() / 3 + random.nextDouble()) : List.of());
        }

        private Value value(Parameter parameter, RandomGenerator random) {
            double unit = model ? (random.nextDouble() + Math.abs(memory.sum())) % 1 : random.nextDouble();
            if (parameter instanceof Parameter.Continuous real) {
                return Value.of(real.lower() + unit * (real.upper() - real.lower()));
            } else if (parameter instanceof Parameter.Whole whole) {
                return Value.of(Math.floor((double) whole.lower() + unit * (double) (whole.upper() - whole.lower())));
            } else if (parameter instanceof Parameter.Categorical categorical) {
                return Value.of(categorical.choices().get((int)
                        (unit * categorical.choices().size())));
            } else if (parameter instanceof Parameter.Fixed fixed) {
                return fixed.value();
            }
            return Value.of(Math.rint(unit));
        }

        @Override
        public void asked(AskRequest request, Proposal proposal) {
            memory = memory.plus(proposal.memory());
        }

        @Override
        public void tell(Observation observation) {
            memory = memory.plus(observation.outcomes());
        }

        @Override
        public Record state() {
            return memory;
        }

        @Override
        public Optional<String> modelName() {
            return model ? context.config().text("model") : Optional.empty();
        }

        @Override
        public Optional<String> acquisitionName() {
            return context.config().text("acqf");
        }

        /** A parabola with its top in the middle of each continuous parameter, as far as anything was observed. */
        @Override
        public List<Prediction> predict(List<Stimulus> stimuli) {
            if (memory.numbers().isEmpty()) {
                return List.of();
            }
            return stimuli.stream().map(this::predict).toList();
        }

        @Override
        public OptionalDouble expected(int outcome, double latent) {
            return OptionalDouble.of(latent / 2);
        }

        @Override
        public OptionalDouble latent(double probability) {
            return OptionalDouble.of(2 * probability);
        }

        /** As if the expected outcome rose along every parameter from 0 to 1. */
        @Override
        public Optional<Estimate> threshold(Line line, double target) {
            return context.space().parameters().stream()
                    .filter(known -> model
                            && known.name().equals(line.parameter())
                            && !memory.numbers().isEmpty())
                    .filter(Parameter.Continuous.class::isInstance)
                    .map(Parameter.Continuous.class::cast)
                    .map(real -> new Estimate(
                            real.lower() + target * (real.upper() - real.lower()), real.lower(), real.upper()))
                    .findFirst();
        }

        private Prediction predict(Stimulus stimulus) {
            double mean = 1;
            for (int i = 0; i < stimulus.values().size(); i++) {
                if (context.space().parameters().get(i) instanceof Parameter.Continuous real
                        && stimulus.values().get(i) instanceof Value.Numeric number) {
                    double unit = (number.value() - real.lower()) / (real.upper() - real.lower());
                    mean -= (unit - 0.5) * (unit - 0.5);
                }
            }
            return new Prediction(mean, 1, mean / 2);
        }
    }

    /** Hands out the numbers of its option {@code points}, for spaces of one parameter. */
    private static final class ListFactory implements StrategyFactory {
        private static final ConfigOption<List<Double>> POINTS = ConfigOption.reals("points", "what to hand out");

        @Override
        public String name() {
            return "tiny-list";
        }

        @Override
        public Set<String> aliases() {
            return Set.of("ManualGenerator");
        }

        @Override
        public ConfigSchema configSchema() {
            return ConfigSchema.of(POINTS);
        }

        @Override
        public StateSchema stateSchema() {
            return new StateSchema(1, Map.of(2, HandedOut.class));
        }

        @Override
        public Strategy create(StrategyContext context) {
            return restore(context, new HandedOut(0));
        }

        @Override
        public Strategy restore(StrategyContext context, Record state) {
            ConfigSection config = context.config();
            return new Listed(config.get(POINTS), (HandedOut) state);
        }
    }

    /**
     * How much of a list is gone.
     *
     * @param count presentations handed out
     */
    public record HandedOut(int count) {}

    private static class Listed implements Strategy {
        private final List<Double> points;
        private HandedOut handedOut;

        Listed(List<Double> points, HandedOut handedOut) {
            this.points = points;
            this.handedOut = handedOut;
        }

        @Override
        public Proposal ask(AskRequest request) {
            return Proposal.of(points.stream()
                    .skip(handedOut.count())
                    .limit(request.points())
                    .map(point -> Presentation.of(Stimulus.of(point)))
                    .toList());
        }

        @Override
        public void asked(AskRequest request, Proposal proposal) {
            handedOut =
                    new HandedOut(handedOut.count() + proposal.presentations().size());
        }

        @Override
        public void tell(Observation observation) {}

        @Override
        public boolean exhausted() {
            return handedOut.count() >= points.size();
        }

        @Override
        public OptionalInt limit() {
            return OptionalInt.of(points.size());
        }

        @Override
        public Record state() {
            return handedOut;
        }
    }

    /** Fails whenever it is asked. */
    private static final class BrokenFactory implements StrategyFactory {
        @Override
        public String name() {
            return "tiny-broken";
        }

        @Override
        public ConfigSchema configSchema() {
            return ConfigSchema.of();
        }

        @Override
        public StateSchema stateSchema() {
            return new StateSchema(1, Map.of(2, HandedOut.class));
        }

        @Override
        public Strategy create(StrategyContext context) {
            return new Listed(List.of(1.0), new HandedOut(0)) {
                @Override
                public Proposal ask(AskRequest request) {
                    throw new IllegalStateException("the matrix is singular");
                }
            };
        }

        @Override
        public Strategy restore(StrategyContext context, Record state) {
            return create(context);
        }
    }
}
