package org.aepsych.api.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {
    private static final int CASES = 50;

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments(
                        "12345678901234567890123456789012345678901234567890123456789012345678901",
                        "12345678901234567890123456789012345678901234567890123456789012345678901"),
                arguments("1", "1"),
                arguments(" 1 ", "1"),
                arguments("1/3", "1/3"),
                arguments("1 / 2", "1/2"),
                arguments("1/ 2", "1/2"),
                arguments("1\t/\n2", "1/2"),
                arguments("00001", "1"),
                arguments("2/2", "1"),
                arguments("0/5", "0"),
                arguments("-0", "0"),
                arguments("-1/-1", "1"),
                arguments("1/-2", "-1/2"),
                arguments("- 1 2", "-12"),
                arguments(".5", "1/2"),
                arguments("1.", "1"),
                arguments("-1.", "-1"),
                arguments("0.5000", "1/2"),
                arguments("0.3333", "3333/10000"),
                arguments("-0.0", "0"),
                arguments("-1.25", "-5/4"),
                arguments(" \t0.25\n", "1/4"),
                arguments("9223372036854775807.5", "18446744073709551615/2"),
                arguments("-9223372036854775808.0", "-9223372036854775808"),
                arguments("0000000000000000000000000000000000000000000000000000000000001.5", "3/2"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void readsWhatGamelabReads(String text, String value) {
        assertThat(Rational.parse(text)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+1",
                "1e0",
                "0x1",
                "1,0",
                "1//1",
                "/1",
                "1/",
                "--1",
                "abc",
                "1/2abc",
                "1_0/10_0",
                "1/0",
                "0/0",
                "1/2/3",
                "1\r/2",
                "१",
                "-",
                ".",
                "-.",
                "-.5",
                "1..0",
                "0.5.",
                "1 .0",
                "1. 0",
                "+0.5",
                "0.33333",
                "0.50000",
                "1.00000",
                "0.5abc",
                "--0.5",
                "0.5/2",
                "1/0.5",
                "99999999999999999999.5",
                "9223372036854775808.0",
                "-9223372036854775809.0",
                "0000000000000000000000000000000000000000000000000000000000000001.5",
                "\u20030.5"
            })
    void refusesWhatGamelabRefuses(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rational.parse(text));
    }

    @Test
    void saysWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rational.parse("0.33333"))
                .withMessageContaining("0.33333")
                .withMessageContaining("four decimals");
    }

    @Test
    void refusesTextsThatTakeLongToRead() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rational.parse("1".repeat(2_001)));
    }

    static LongStream seeds() {
        return LongStream.range(0, CASES);
    }

    private static Rational random(Random random) {
        BigInteger above = new BigInteger(1 + random.nextInt(80), random);
        BigInteger below = new BigInteger(1 + random.nextInt(80), random).add(BigInteger.ONE);
        return Rational.of(random.nextBoolean() ? above : above.negate(), below);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheLawsOfArithmetic(long seed) {
        Random random = new Random(seed);
        Rational a = random(random);
        Rational b = random(random);
        Rational c = random(random);

        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.negate().negate()).isEqualTo(a);
        if (b.signum() != 0) {
            assertThat(a.times(b).dividedBy(b)).isEqualTo(a);
        }
        assertThat(a.compareTo(b)).isEqualTo(a.minus(b).signum());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isInLowestTermsAndReadsItsOwnText(long seed) {
        Rational number = random(new Random(seed));

        assertThat(number.denominator().signum()).isPositive();
        assertThat(number.numerator().gcd(number.denominator())).isEqualTo(BigInteger.ONE);
        assertThat(Rational.ofText(number.toString())).isEqualTo(number).hasSameHashCodeAs(number);
        assertThat(Rational.parse(number.toString())).isEqualTo(number);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void roundsUpLikeDecimals(long seed) {
        Rational number = random(new Random(seed));
        BigDecimal decimal =
                new BigDecimal(number.numerator()).divide(new BigDecimal(number.denominator()), 60, RoundingMode.UP);

        assertThat(number.ceiling())
                .isEqualTo(decimal.setScale(0, RoundingMode.CEILING).toBigIntegerExact());
    }

    @ParameterizedTest
    @CsvSource({"-27/20, -1", "27/20, 2", "-1/1000000000000000000000, 0", "1/1000000000000000000000, 1", "3, 3", "0, 0"
    })
    void roundsUpExactly(String number, String ceiling) {
        assertThat(Rational.ofText(number).ceiling()).isEqualTo(new BigInteger(ceiling));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2/4", "+1", "1/1", "-0", "0/3", "01", " 1", "1/-2", "1/0", "", "x", "1/"})
    void acceptsOnlyItsOwnTextFromALog(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rational.ofText(text));
    }

    @ParameterizedTest
    @CsvSource({"1/3, 0.3333333333333333", "-7/2, -3.5", "0, 0"})
    void isShownAsADouble(String number, double shown) {
        assertThat(Rational.ofText(number).toDouble()).isEqualTo(shown);
    }

    static LongStream atTheEdgeOf64Bits() {
        return LongStream.of(
                0,
                1,
                -1,
                6,
                Integer.MAX_VALUE,
                Integer.MIN_VALUE,
                1L + Integer.MAX_VALUE,
                Integer.MIN_VALUE - 1L,
                3L << 40,
                Long.MAX_VALUE,
                Long.MIN_VALUE);
    }

    @ParameterizedTest
    @MethodSource("atTheEdgeOf64Bits")
    void isExactWhereNumbersOutgrowAWord(long above) {
        for (long below : atTheEdgeOf64Bits().filter(number -> number != 0).toArray()) {
            Rational number = Rational.of(above, below);
            assertThat(number).isEqualTo(Rational.of(BigInteger.valueOf(above), BigInteger.valueOf(below)));
            for (long other : atTheEdgeOf64Bits().filter(factor -> factor != 0).toArray()) {
                Rational second = Rational.of(below, other);
                BigInteger left = number.numerator().multiply(second.denominator());
                BigInteger right = second.numerator().multiply(number.denominator());
                BigInteger denominators = number.denominator().multiply(second.denominator());
                assertThat(number.plus(second)).isEqualTo(Rational.of(left.add(right), denominators));
                assertThat(number.times(second))
                        .isEqualTo(Rational.of(number.numerator().multiply(second.numerator()), denominators));
            }
        }
    }
}
