package org.aepsych.core.adaptive.presented;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.design.SessionRandom;
import org.aepsych.core.adaptive.event.Refusals;
import org.aepsych.core.adaptive.session.Session;
import org.aepsych.core.json.Json;
import org.aepsych.core.presentation.PresentationDesign;
import org.aepsych.core.presentation.Property;
import org.aepsych.core.presentation.Task;

/**
 * How one trial is laid out: which stimulus stands where. It follows from the session's seed and the trial's number, so
 * a page that is loaded again, or another device, shows the same.
 */
final class TrialPlan {
    /** A step that no sequence has: places are drawn independently of stimuli. */
    private static final int PLACES = -3;

    private final PresentationDesign design;
    private final int number;
    private final boolean practice;
    private final List<Map<String, Value>> stimuli;
    private final int firstSlot;

    private TrialPlan(
            PresentationDesign design, int number, boolean practice, List<Map<String, Value>> stimuli, int firstSlot) {
        this.design = design;
        this.number = number;
        this.practice = practice;
        this.stimuli = stimuli;
        this.firstSlot = firstSlot;
    }

    /**
     * Plans the next trial of a session.
     *
     * @return empty if nothing was asked for yet
     */
    static Optional<TrialPlan> next(Session session, PresentationDesign design) {
        int number = session.trials().size();
        int slots = design.task().twoSlots() ? 2 : 1;
        int first = SessionRandom.at(session.setup().seed(), PLACES, number).nextInt(slots);
        if (number < design.practice().size()) {
            List<Map<String, Value>> stimuli = new ArrayList<>();
            for (int i = 0; i < design.task().stimuli(); i++) {
                stimuli.add(design.practice().get(number));
            }
            return Optional.of(new TrialPlan(design, number, true, stimuli, first));
        }
        return session.pending()
                .map(asked -> new TrialPlan(design, number, false, values(session.design(), asked), first));
    }

    private static List<Map<String, Value>> values(ExperimentDesign experiment, Presentation asked) {
        List<Map<String, Value>> stimuli = new ArrayList<>();
        asked.stimuli().forEach(stimulus -> {
            Map<String, Value> values = new LinkedHashMap<>();
            List<String> names = experiment.space().names();
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), stimulus.values().get(i));
            }
            stimuli.add(values);
        });
        return stimuli;
    }

    boolean practice() {
        return practice;
    }

    /** Returns the slot of the strategy's first stimulus. */
    int firstSlot() {
        return firstSlot;
    }

    PresentedTrial shown() {
        return new PresentedTrial(number, practice, false, slots(), duration(), parameters());
    }

    private List<Json> slots() {
        Task task = design.task();
        if (task == Task.EXTERNAL) {
            return List.of();
        }
        Json first = PresentationDesign.shown(design.stimulus(), stimuli.get(0));
        if (!task.twoSlots()) {
            return List.of(first);
        }
        Json other = task == Task.PREFERENCE ? PresentationDesign.shown(design.stimulus(), stimuli.get(1)) : beside();
        return firstSlot == 0 ? List.of(first, other) : List.of(other, first);
    }

    private Json beside() {
        Optional<Map<String, Property>> reference = design.reference();
        return reference.isPresent() ? PresentationDesign.shown(reference.get(), stimuli.get(0)) : new Json.Null();
    }

    private double duration() {
        Json duration = design.duration().value(stimuli.get(0));
        return duration instanceof Json.Real real ? Math.max(0, real.value()) : 0;
    }

    /** Returns the values as a tell reports them. */
    Json.Obj parameters() {
        Json.Obj parameters = Json.Obj.empty();
        for (String name : stimuli.get(0).keySet()) {
            parameters = parameters.with(
                    name,
                    Json.array(stimuli.stream()
                            .map(values -> json(Objects.requireNonNull(values.get(name))))
                            .toList()));
        }
        return parameters;
    }

    private static Json json(Value value) {
        return value instanceof Value.Numeric number ? Json.of(number.value()) : Json.of(String.valueOf(value));
    }

    /**
     * Judges an answer.
     *
     * @return the outcome
     */
    double outcome(String answer) {
        return switch (design.task()) {
            case YES_NO -> {
                if (!answer.equals("yes") && !answer.equals("no")) {
                    throw Refusals.value("'answer' expects yes or no, but found \"" + answer + "\"");
                }
                yield answer.equals("yes") ? 1 : 0;
            }
            case TWO_INTERVAL, TWO_ALTERNATIVE, CHOICE -> slot(answer) == firstSlot ? 1 : 0;
            case PREFERENCE -> slot(answer) == firstSlot ? 0 : 1;
            case RATING -> level(answer);
            case EXTERNAL -> number(answer);
        };
    }

    private static int slot(String answer) {
        if (!answer.equals("0") && !answer.equals("1")) {
            throw Refusals.value("'answer' expects 0 or 1, but found \"" + answer + "\"");
        }
        return Integer.parseInt(answer);
    }

    private double level(String answer) {
        double level = number(answer);
        if (level < 0 || level > design.levels() - 1) {
            throw Refusals.value(
                    "'answer' expects a number from 0 to " + (design.levels() - 1) + ", but found \"" + answer + "\"");
        }
        return level;
    }

    private static double number(String answer) {
        try {
            double number = Double.parseDouble(answer);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for numbers that are not finite.
        }
        throw Refusals.value("'answer' expects a number, but found \"" + answer + "\"");
    }
}
