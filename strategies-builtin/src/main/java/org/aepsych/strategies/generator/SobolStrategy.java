package org.aepsych.strategies.generator;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.strategies.sobol.SobolSequence;
import org.aepsych.strategies.space.PresentationCube;

/** Hands out the points of a scrambled Sobol sequence; what is answered has no influence. */
final class SobolStrategy implements Strategy {
    private final PresentationCube cube;
    private final SobolSequence sequence;
    private Drawn drawn;

    SobolStrategy(PresentationCube cube, SobolSequence sequence, Drawn drawn) {
        this.cube = cube;
        this.sequence = sequence;
        this.drawn = drawn;
    }

    @Override
    public Proposal ask(AskRequest request) {
        PresentationCube free = cube.holding(request.fixed());
        List<Presentation> presentations = new ArrayList<>(request.points());
        for (int i = 0; i < request.points(); i++) {
            presentations.add(free.presentation(sequence.point(drawn.presentations() + i)));
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
