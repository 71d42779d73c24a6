package org.aepsych.strategies.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.space.PresentationCube;

/** Draws every presentation independently and uniformly; the randomness is addressed by the round. */
final class RandomStrategy implements Strategy {
    private final StrategyContext context;
    private final PresentationCube cube;
    private Drawn drawn;

    RandomStrategy(StrategyContext context, Drawn drawn) {
        this.context = context;
        this.drawn = drawn;
        cube = PresentationCube.of(context.space(), context.stimuliPerTrial());
    }

    @Override
    public Proposal ask(AskRequest request) {
        PresentationCube free = cube.holding(request.fixed());
        RandomGenerator random = context.random(request.round());
        List<Presentation> presentations = new ArrayList<>(request.points());
        for (int i = 0; i < request.points(); i++) {
            presentations.add(free.presentation(random.doubles(free.dimension()).toArray()));
        }
        return Proposal.of(presentations);
    }

    @Override
    public void asked(AskRequest request, Proposal proposal) {
        drawn = drawn.plus(proposal.presentations().size());
    }

    @Override
    public void tell(Observation observation) {}

    @Override
    public Drawn state() {
        return drawn;
    }
}
