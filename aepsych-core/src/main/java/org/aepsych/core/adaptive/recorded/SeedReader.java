package org.aepsych.core.adaptive.recorded;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.event.LogPosition;

/** Reads what an earlier session observed as if the new one had observed it. */
final class SeedReader {
    private final ExperimentDesign design;
    private final Set<String> taken;

    /**
     * A reader.
     *
     * @param design the new session's
     * @param taken hashes of messages that have been read; a session that went on from a copy of another repeats them
     */
    SeedReader(ExperimentDesign design, Set<String> taken) {
        this.design = design;
        this.taken = taken;
    }

    /**
     * What came of reading.
     *
     * @param position the log as it was read
     * @param observations what can be used
     * @param reason why the session cannot be used, if it cannot
     */
    record Reading(LogPosition position, List<Observation> observations, Optional<String> reason) {
        Reading {
            observations = List.copyOf(observations);
        }

        static Reading unusable(String reason) {
            return new Reading(new LogPosition(0, "", 0, ""), List.of(), Optional.of(reason));
        }
    }

    Reading read(SessionLog session) {
        Optional<String> reason = difference(session.design());
        if (reason.isPresent()) {
            return Reading.unusable(reason.get());
        }
        RecordedEvent last = session.last();
        List<Observation> observations = new ArrayList<>();
        session.tells(told -> {
            if (told.recorded().sequence() <= last.sequence()
                    && taken.add(told.recorded().hash())) {
                told.tell().trials().stream()
                        .flatMap(trial -> trial.observation().stream())
                        .flatMap(observation -> translated(told.design(), observation).stream())
                        .forEach(observations::add);
            }
        });
        LogPosition position = new LogPosition(
                session.stream().id().value(),
                session.stream().header().experimentId().value(),
                last.sequence(),
                last.hash());
        return new Reading(position, observations, Optional.empty());
    }

    private Optional<String> difference(ExperimentDesign other) {
        if (other.stimuliPerTrial() != design.stimuliPerTrial()) {
            return Optional.of(
                    "its stimuli_per_trial is " + other.stimuliPerTrial() + " instead of " + design.stimuliPerTrial());
        }
        if (!other.outcomeTypes().equals(design.outcomeTypes())
                || !new HashSet<>(other.outcomeNames()).equals(new HashSet<>(design.outcomeNames()))) {
            return Optional.of("its outcomes are " + other.outcomeNames() + " of types " + other.outcomeTypes()
                    + " instead of " + design.outcomeNames() + " of types " + design.outcomeTypes());
        }
        for (Parameter parameter : design.space().parameters()) {
            int index = other.space().indexOf(parameter.name());
            if (index < 0) {
                return Optional.of("it has no parameter " + parameter.name());
            }
            Parameter its = other.space().parameters().get(index);
            if (!its.getClass().equals(parameter.getClass())) {
                return Optional.of(
                        "its parameter " + parameter.name() + " is " + kind(its) + " instead of " + kind(parameter));
            }
        }
        for (Parameter its : other.space().parameters()) {
            if (design.space().indexOf(its.name()) < 0) {
                return Optional.of("it also varies parameter " + its.name() + ", on which its outcomes may depend");
            }
        }
        return Optional.empty();
    }

    private static String kind(Parameter parameter) {
        if (parameter instanceof Parameter.Continuous) {
            return "continuous";
        } else if (parameter instanceof Parameter.Whole) {
            return "integer";
        } else if (parameter instanceof Parameter.Binary) {
            return "binary";
        }
        return parameter instanceof Parameter.Categorical ? "categorical" : "fixed";
    }

    /** Empty if a value cannot be one of the new session's: an unknown choice, or no logarithm. */
    private Optional<Observation> translated(ExperimentDesign other, Observation observation) {
        List<Stimulus> stimuli = new ArrayList<>();
        for (Stimulus shown : observation.presentation().stimuli()) {
            List<Value> values = new ArrayList<>();
            for (Parameter parameter : design.space().parameters()) {
                Value value = shown.values().get(other.space().indexOf(parameter.name()));
                if (!usable(parameter, value)) {
                    return Optional.empty();
                }
                values.add(value);
            }
            stimuli.add(new Stimulus(values));
        }
        List<Double> outcomes = design.outcomeNames().stream()
                .map(name -> observation.outcomes().get(other.outcomeNames().indexOf(name)))
                .toList();
        return Optional.of(new Observation(new Presentation(stimuli), outcomes));
    }

    private static boolean usable(Parameter parameter, Value value) {
        if (parameter instanceof Parameter.Categorical categorical) {
            return categorical.choices().contains(value.toString());
        } else if (parameter instanceof Parameter.Fixed fixed) {
            return fixed.value().equals(value);
        }
        boolean logarithm = (parameter instanceof Parameter.Continuous real && real.logScale())
                || (parameter instanceof Parameter.Whole whole && whole.logScale());
        return !logarithm || (value instanceof Value.Numeric number && number.value() > 0);
    }
}
