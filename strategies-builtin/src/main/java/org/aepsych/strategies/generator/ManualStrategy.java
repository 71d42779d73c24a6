package org.aepsych.strategies.generator;

import java.util.List;
import java.util.OptionalInt;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.api.strategy.Strategy;

/** Hands out a list and is then exhausted; parameters that a request holds are not looked at, as the list stands. */
final class ManualStrategy implements Strategy {
    private final List<Presentation> list;
    private Drawn drawn;

    ManualStrategy(List<Presentation> list, Drawn drawn) {
        this.list = List.copyOf(list);
        this.drawn = drawn;
    }

    @Override
    public Proposal ask(AskRequest request) {
        int from = Math.min(drawn.presentations(), list.size());
        int to = from + Math.min(request.points(), list.size() - from);
        return Proposal.of(list.subList(from, to));
    }

    @Override
    public void asked(AskRequest request, Proposal proposal) {
        drawn = drawn.plus(proposal.presentations().size());
    }

    @Override
    public void tell(Observation observation) {}

    @Override
    public boolean exhausted() {
        return drawn.presentations() >= list.size();
    }

    @Override
    public OptionalInt limit() {
        return OptionalInt.of(list.size());
    }

    @Override
    public Drawn state() {
        return drawn;
    }
}
