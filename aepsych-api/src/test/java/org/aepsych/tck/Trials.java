package org.aepsych.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.api.strategy.Strategy;

/** The record of a session, as an engine would keep it, with a simulated participant. */
final class Trials {
    private final List<OutcomeType> types;
    private final List<Trial> trials = new ArrayList<>();

    Trials(List<OutcomeType> types) {
        this.types = List.copyOf(types);
    }

    /** Runs a strategy for some more rounds. */
    void run(Strategy strategy, int rounds) {
        for (int i = 0; i < rounds; i++) {
            AskRequest request = next();
            Proposal proposal = strategy.ask(request);
            strategy.asked(request, proposal);
            List<Observation> observations =
                    proposal.presentations().stream().map(this::answer).toList();
            observations.forEach(strategy::tell);
            trials.add(new Trial(request, proposal, observations));
        }
    }

    /** Makes the calls on another strategy that the record prescribes. */
    void fold(Strategy strategy) {
        for (Trial trial : trials) {
            strategy.asked(trial.request, trial.proposal);
            trial.observations.forEach(strategy::tell);
        }
    }

    AskRequest next() {
        return AskRequest.of(trials.size());
    }

    AskRequest next(int points, Map<String, Value> fixed) {
        return new AskRequest(trials.size(), points, fixed);
    }

    List<Presentation> presentations() {
        return trials.stream()
                .flatMap(trial -> trial.proposal.presentations().stream())
                .toList();
    }

    Observation answer(Presentation presentation) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(31L + trials.size());
        List<Double> outcomes = types.stream()
                .map(type -> switch (type) {
                    case BINARY -> random.nextBoolean() ? 1.0 : 0.0;
                    case CONTINUOUS -> random.nextGaussian();
                    case ORDINAL -> (double) random.nextInt(4);
                })
                .toList();
        return new Observation(presentation, outcomes);
    }

    private record Trial(AskRequest request, Proposal proposal, List<Observation> observations) {}
}
