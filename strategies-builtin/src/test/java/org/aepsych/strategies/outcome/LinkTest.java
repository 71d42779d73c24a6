package org.aepsych.strategies.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LinkTest {
    @ParameterizedTest
    @CsvFileSource(resources = "links.csv")
    void averagedProbabilitiesAreThoseOfReferenceWithinTheBoundsOfTheMixtures(
            String name, double mean, double variance, double expected) {
        Link link = switch (name) {
            case "logit" -> Link.logit(0);
            case "gumbel" -> Link.gumbel(0);
            default -> Link.probit(0);
        };
        double bound = switch (name) {
            case "logit" -> 3e-9;
            case "gumbel" -> 3e-5;
            default -> 1e-14;
        };
        assertThat(link.probability(mean, variance)).isCloseTo(expected, within(bound));
        assertThat(link.probability(mean, variance, new Sensitivity())).isCloseTo(expected, within(bound));
    }
}
