package org.aepsych.core.adaptive.posterior;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.core.adaptive.event.Refusals;
import org.aepsych.core.adaptive.event.StimulusReader;
import org.aepsych.core.adaptive.posterior.PosteriorView.Axis;
import org.aepsych.core.adaptive.posterior.PosteriorView.Held;
import org.aepsych.core.json.Json;

/** A line or a plane through a space of stimuli. */
final class PosteriorSlice {
    private static final int LINE = 101;
    private static final int PLANE = 33;

    /** A trial is near if no held number was farther away than this share of its range. */
    private static final double NEAR = 0.1;

    private final ParameterSpace space;
    private final List<Integer> varied;
    private final Map<Integer, Value> held;

    private PosteriorSlice(ParameterSpace space, List<Integer> varied, Map<Integer, Value> held) {
        this.space = space;
        this.varied = varied;
        this.held = held;
    }

    /**
     * Chooses a slice.
     *
     * @param space the space
     * @param question what is wanted
     * @return empty if all parameters are fixed
     * @throws org.aepsych.api.AepsychException {@code VALUE_REFUSED} naming what does not fit
     */
    static Optional<PosteriorSlice> of(ParameterSpace space, PosteriorQuestion question) {
        List<Integer> choices = choices(space);
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> varied = new ArrayList<>();
        varied.add(
                question.horizontal().map(name -> chosen(space, choices, name)).orElse(choices.get(0)));
        question
                .vertical()
                .map(name -> name.equals(PosteriorQuestion.NONE)
                        ? List.<Integer>of()
                        : List.of(chosen(space, choices, name)))
                .orElseGet(() -> choices.stream()
                        .filter(i -> isNumber(space.parameters().get(i)))
                        .limit(2)
                        .toList())
                .stream()
                .filter(i -> !varied.contains(i) && isNumber(space.parameters().get(varied.get(0))))
                .findFirst()
                .ifPresent(varied::add);
        Map<Integer, Value> held = new LinkedHashMap<>();
        for (int i = 0; i < space.size(); i++) {
            Parameter parameter = space.parameters().get(i);
            if (!varied.contains(i)) {
                held.put(i, held(parameter, Optional.ofNullable(question.held().get(parameter.name()))));
            }
        }
        return Optional.of(new PosteriorSlice(space, List.copyOf(varied), held));
    }

    /** All numbers that vary; only where there are none, what has two values or categories. */
    private static List<Integer> choices(ParameterSpace space) {
        List<Integer> free = IntStream.range(0, space.size())
                .filter(i -> !(space.parameters().get(i) instanceof Parameter.Fixed))
                .boxed()
                .toList();
        List<Integer> numbers =
                free.stream().filter(i -> isNumber(space.parameters().get(i))).toList();
        return numbers.isEmpty() ? free : numbers;
    }

    private static int chosen(ParameterSpace space, List<Integer> choices, String name) {
        int index = space.indexOf(name);
        if (!choices.contains(index)) {
            throw Refusals.value("an axis expects one of "
                    + choices.stream().map(i -> space.names().get(i)).toList() + ", but found " + name);
        }
        return index;
    }

    private static boolean isNumber(Parameter parameter) {
        return parameter instanceof Parameter.Continuous || parameter instanceof Parameter.Whole;
    }

    private static Value held(Parameter parameter, Optional<String> wanted) {
        if (parameter instanceof Parameter.Fixed fixed) {
            return fixed.value();
        }
        return wanted.map(text -> within(parameter, StimulusReader.held(parameter, Json.of(text))))
                .orElseGet(() -> value(parameter, 0.5));
    }

    private static Value within(Parameter parameter, Value value) {
        if (value instanceof Value.Numeric number && parameter instanceof Parameter.Continuous real) {
            return Value.of(Math.max(real.lower(), Math.min(real.upper(), number.value())));
        } else if (value instanceof Value.Numeric number && parameter instanceof Parameter.Whole whole) {
            return Value.of(Math.max((double) whole.lower(), Math.min((double) whole.upper(), number.value())));
        } else if (value instanceof Value.Numeric number) {
            return Value.of(number.value() < 0.5 ? 0.0 : 1.0);
        }
        return value;
    }

    List<String> choiceNames() {
        return choices(space).stream().map(i -> space.names().get(i)).toList();
    }

    List<Axis> axes() {
        return varied.stream().map(this::axis).toList();
    }

    private Axis axis(int index) {
        Parameter parameter = space.parameters().get(index);
        List<String> labels = labels(parameter);
        List<Double> values = values(parameter, varied.size() == 1 ? LINE : PLANE);
        return new Axis(parameter.name(), logarithmic(parameter), values, labels);
    }

    private static List<String> labels(Parameter parameter) {
        if (parameter instanceof Parameter.Categorical categorical) {
            return categorical.choices();
        }
        return parameter instanceof Parameter.Binary ? List.of("0", "1") : List.of();
    }

    private static List<Double> values(Parameter parameter, int most) {
        int labels = labels(parameter).size();
        if (labels > 0) {
            return IntStream.range(0, labels).mapToObj(i -> (double) i).toList();
        }
        double levels =
                parameter instanceof Parameter.Whole whole ? (double) (whole.upper() - whole.lower()) + 1 : most;
        int count = (int) Math.min(levels, most);
        return IntStream.range(0, count)
                .mapToObj(i -> number(value(parameter, (double) i / (count - 1))))
                .distinct()
                .toList();
    }

    /** Returns evenly spaced values of a parameter as texts, bounds included; or all of them, if there are no more. */
    static List<String> places(Parameter parameter, int most) {
        List<String> labels = labels(parameter);
        return labels.isEmpty()
                ? values(parameter, most).stream()
                        .map(value -> text(Value.of(value)))
                        .toList()
                : labels;
    }

    private static boolean logarithmic(Parameter parameter) {
        return (parameter instanceof Parameter.Continuous real && real.logScale())
                || (parameter instanceof Parameter.Whole whole && whole.logScale());
    }

    /** The value at a share of a parameter's range, on the parameter's own scale. */
    private static Value value(Parameter parameter, double share) {
        if (parameter instanceof Parameter.Continuous real) {
            return Value.of(between(real.lower(), real.upper(), share, real.logScale()));
        } else if (parameter instanceof Parameter.Whole whole) {
            return Value.of(
                    Math.rint(between((double) whole.lower(), (double) whole.upper(), share, whole.logScale())));
        } else if (parameter instanceof Parameter.Categorical categorical) {
            return Value.of(categorical.choices().get(0));
        } else if (parameter instanceof Parameter.Fixed fixed) {
            return fixed.value();
        }
        return Value.of(0.0);
    }

    private static double between(double lower, double upper, double share, boolean logarithmic) {
        if (share == 0 || share == 1) {
            return share == 0 ? lower : upper;
        }
        return logarithmic
                ? Math.exp(Math.log(lower) + share * (Math.log(upper) - Math.log(lower)))
                : lower + share * (upper - lower);
    }

    /** The share of a parameter's range below a value. */
    private static double share(Parameter parameter, double value) {
        double lower = 0;
        double upper = 1;
        if (parameter instanceof Parameter.Continuous real) {
            lower = real.lower();
            upper = real.upper();
        } else if (parameter instanceof Parameter.Whole whole) {
            lower = (double) whole.lower();
            upper = (double) whole.upper();
        }
        return logarithmic(parameter)
                ? (Math.log(Math.max(value, lower)) - Math.log(lower)) / (Math.log(upper) - Math.log(lower))
                : (value - lower) / (upper - lower);
    }

    List<Held> held() {
        List<Held> shown = new ArrayList<>();
        held.forEach((index, value) -> {
            Parameter parameter = space.parameters().get(index);
            if (!(parameter instanceof Parameter.Fixed)) {
                List<String> labels = labels(parameter);
                double lower = labels.isEmpty() ? number(value(parameter, 0)) : 0;
                double upper = labels.isEmpty() ? number(value(parameter, 1)) : labels.size() - 1.0;
                boolean categories = parameter instanceof Parameter.Categorical;
                shown.add(new Held(
                        parameter.name(),
                        text(value),
                        !(parameter instanceof Parameter.Continuous),
                        lower,
                        upper,
                        categories ? labels : List.of()));
            }
        });
        return shown;
    }

    private static String text(Value value) {
        return value instanceof Value.Numeric number && number.value() == Math.rint(number.value())
                ? Long.toString((long) number.value())
                : value.toString();
    }

    private static double number(Value value) {
        return value instanceof Value.Numeric number ? number.value() : Double.NaN;
    }

    /** Returns the places of the slice, the last axis changing fastest. */
    List<Stimulus> stimuli(List<Axis> axes) {
        List<Stimulus> stimuli = new ArrayList<>();
        for (double first : axes.get(0).values()) {
            for (double second : axes.size() == 2 ? axes.get(1).values() : List.of(0.0)) {
                stimuli.add(stimulus(first, second));
            }
        }
        return stimuli;
    }

    /** Returns a stimulus of the slice at which the first parameter has its least value. */
    Stimulus lowest(List<Axis> axes) {
        return stimuli(axes).get(0);
    }

    private Stimulus stimulus(double first, double second) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < space.size(); i++) {
            int place = varied.indexOf(i);
            Parameter parameter = space.parameters().get(i);
            Value value = held.get(i);
            if (place >= 0) {
                double number = place == 0 ? first : second;
                value = parameter instanceof Parameter.Categorical categorical
                        ? Value.of(categorical.choices().get((int) number))
                        : Value.of(number);
            }
            values.add(Objects.requireNonNull(value));
        }
        return new Stimulus(values);
    }

    /** Returns where a stimulus is over the axes. */
    List<Double> place(Stimulus stimulus) {
        return varied.stream()
                .map(i -> {
                    Value value = stimulus.values().get(i);
                    return value instanceof Value.Text text
                            ? (double) labels(space.parameters().get(i)).indexOf(text.value())
                            : number(value);
                })
                .toList();
    }

    /** Tells whether a stimulus is about where the other parameters are held. */
    boolean near(Stimulus stimulus) {
        return held.entrySet().stream().allMatch(entry -> {
            Parameter parameter = space.parameters().get(entry.getKey());
            Value value = stimulus.values().get(entry.getKey());
            if (value instanceof Value.Numeric number
                    && entry.getValue() instanceof Value.Numeric at
                    && isNumber(parameter)) {
                return Math.abs(share(parameter, number.value()) - share(parameter, at.value())) <= NEAR;
            }
            return value.equals(entry.getValue()) || parameter instanceof Parameter.Fixed;
        });
    }
}
