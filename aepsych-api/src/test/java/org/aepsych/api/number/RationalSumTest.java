package org.aepsych.api.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RationalSumTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @Test
    void aSumOfNothingIsZero() {
        assertThat(new RationalSum().value()).isEqualTo(Rational.ZERO);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheSameNumberAsAddingOneByOne(long seed) {
        Random random = new Random(seed);
        int bits = 2 + random.nextInt(70);
        Rational expected = Rational.ZERO;
        RationalSum sum = new RationalSum();
        for (int i = 0; i < 40; i++) {
            BigInteger above = new BigInteger(bits, random);
            BigInteger below = new BigInteger(bits, random).add(BigInteger.ONE);
            Rational number = Rational.of(random.nextBoolean() ? above : above.negate(), below);
            expected = expected.plus(number);
            sum.add(number);
        }

        assertThat(sum.value()).isEqualTo(expected);
    }

    @Test
    void goesOnWhere64BitsEnd() {
        RationalSum sum = new RationalSum();
        Rational large = Rational.of(Integer.MAX_VALUE);
        for (int i = 0; i < 5_000_000; i++) {
            sum.add(large);
        }
        sum.add(Rational.of(1L << 62).times(Rational.of(8)));

        assertThat(sum.value())
                .isEqualTo(large.times(Rational.of(5_000_000))
                        .plus(Rational.of(1L << 62).times(Rational.of(8))));
    }
}
