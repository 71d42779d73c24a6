package org.aepsych.web.bots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.number.Rational;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BotPolicyTest {
    @ParameterizedTest
    @EnumSource
    void weightsAreMixturesForAnyNumberOfStrategies(BotPolicy policy) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int strategies = 1; strategies <= 12; strategies++) {
            List<Rational> weights = policy.weights(strategies, random).stream()
                    .map(Rational::parse)
                    .toList();

            assertThat(weights).hasSize(strategies).allMatch(weight -> weight.signum() >= 0);
            assertThat(weights.stream().reduce(Rational.ZERO, Rational::plus)).isEqualTo(Rational.ONE);
        }
    }
}
