package org.aepsych.api.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An exact rational number in lowest terms, its denominator positive. Immutable. */
public final class Rational implements Comparable<Rational> {
    /** The number 0. */
    public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);

    /** The number 1. */
    public static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

    private static final int LONGEST_DECIMAL = 63;
    private static final int LONGEST_TEXT = 2_000;
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n]");
    private static final Pattern OUTER_BLANKS = Pattern.compile("^[ \\t\\n\\x0B\\f\\r]+|[ \\t\\n\\x0B\\f\\r]+$");
    private static final Pattern FRACTION = Pattern.compile("(-?[0-9]+)(?:/(-?[0-9]+))?");
    private static final Pattern DECIMAL = Pattern.compile("(-?)([0-9]*)\\.([0-9]{0,4})");
    private static final int LONGEST_WHOLE_BITS = 63;

    /** Numbers of so many bits can be multiplied and two products added within 64. */
    private static final int HALF_A_LONG = 31;

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Rational(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /**
     * A whole number.
     *
     * @param value the number
     * @return the rational
     */
    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /**
     * A fraction.
     *
     * @param numerator above the line
     * @param denominator below the line, not 0
     * @return the rational in lowest terms
     * @throws IllegalArgumentException if the denominator is 0
     */
    public static Rational of(long numerator, long denominator) {
        boolean extreme = numerator == Long.MIN_VALUE || denominator == Long.MIN_VALUE;
        return denominator == 0 || extreme
                ? of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator))
                : reduced(numerator, denominator);
    }

    /** Reduces in 64 bits. */
    private static Rational reduced(long numerator, long denominator) {
        if (numerator == 0) {
            return ZERO;
        }
        long divisor = gcd(Math.abs(numerator), Math.abs(denominator));
        if (denominator < 0) {
            divisor = -divisor;
        }
        return new Rational(BigInteger.valueOf(numerator / divisor), BigInteger.valueOf(denominator / divisor));
    }

    private static long gcd(long a, long b) {
        long greater = a;
        long smaller = b;
        while (smaller != 0) {
            long rest = greater % smaller;
            greater = smaller;
            smaller = rest;
        }
        return greater;
    }

    /** Tells whether sums and products with another such number fit 64 bits. */
    private boolean isSmall() {
        return numerator.bitLength() <= HALF_A_LONG && denominator.bitLength() <= HALF_A_LONG;
    }

    /**
     * A fraction.
     *
     * @param numerator above the line
     * @param denominator below the line, not 0
     * @return the rational in lowest terms
     * @throws IllegalArgumentException if the denominator is 0
     */
    public static Rational of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("a denominator is not 0");
        }
        if (numerator.signum() == 0) {
            return ZERO;
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        return divisor.equals(BigInteger.ONE)
                ? new Rational(numerator, denominator)
                : new Rational(numerator.divide(divisor), denominator.divide(divisor));
    }

    /**
     * Reads a number as {@link #toString} writes it; meant for logs and databases, and therefore strict and without a
     * limit of length. What people enter is read by {@link #parse}.
     *
     * @param text such as {@code -7/2}
     * @return the number
     * @throws IllegalArgumentException if the text is not a number in lowest terms
     */
    public static Rational ofText(String text) {
        int line = text.indexOf('/');
        Rational number;
        try {
            number = line < 0
                    ? new Rational(new BigInteger(text), BigInteger.ONE)
                    : of(new BigInteger(text.substring(0, line)), new BigInteger(text.substring(line + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a rational number", e);
        }
        if (!number.toString().equals(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is not in lowest terms; it would be " + number);
        }
        return number;
    }

    /**
     * Reads a number as gamelab does: whole ({@code 3}), fraction ({@code 1/3}, blanks anywhere), or decimal with at
     * most four digits after the dot ({@code .25}, {@code 1.}), whose whole part fits 64 bits.
     *
     * @param text what was entered, at most {@value #LONGEST_TEXT} characters; a decimal at most
     *     {@value #LONGEST_DECIMAL} without blanks at the ends
     * @return the number
     * @throws IllegalArgumentException if the text is none of these; the message names it and what is allowed
     */
    public static Rational parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a number has at most " + LONGEST_TEXT + " characters");
        }
        return text.indexOf('.') < 0 ? parseFraction(text) : parseDecimal(text);
    }

    private static Rational parseFraction(String text) {
        Matcher matcher = FRACTION.matcher(BLANKS.matcher(text).replaceAll(""));
        if (!matcher.matches()) {
            throw notANumber(text);
        }
        BigInteger above = new BigInteger(matcher.group(1));
        String below = matcher.group(2);
        BigInteger denominator = below == null ? BigInteger.ONE : new BigInteger(below);
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("\"" + text + "\" divides by zero");
        }
        return of(above, denominator);
    }

    private static Rational parseDecimal(String text) {
        String trimmed = OUTER_BLANKS.matcher(text).replaceAll("");
        Matcher matcher = DECIMAL.matcher(trimmed);
        if (trimmed.length() > LONGEST_DECIMAL || !matcher.matches()) {
            throw notANumber(text);
        }
        boolean negative = !matcher.group(1).isEmpty();
        String left = matcher.group(2);
        String right = matcher.group(3);
        boolean onlyDot = left.isEmpty() && right.isEmpty();
        if (onlyDot || (negative && left.isEmpty())) {
            throw notANumber(text);
        }
        BigInteger whole = new BigInteger(matcher.group(1) + (left.isEmpty() ? "0" : left));
        if (whole.bitLength() > LONGEST_WHOLE_BITS) {
            throw notANumber(text);
        }
        BigInteger scale = BigInteger.TEN.pow(right.length());
        BigInteger part = right.isEmpty() ? BigInteger.ZERO : new BigInteger(right);
        return of(whole.multiply(scale).add(negative ? part.negate() : part), scale);
    }

    private static IllegalArgumentException notANumber(String text) {
        return new IllegalArgumentException(
                "expected a number such as 3, 1/3 or 0.25 (at most four decimals), but found \"" + text + "\"");
    }

    /**
     * Returns the sum.
     *
     * @param other the other number
     * @return exact
     */
    public Rational plus(Rational other) {
        if (signum() == 0 || other.signum() == 0) {
            return signum() == 0 ? other : this;
        }
        if (isSmall() && other.isSmall()) {
            long below = denominator.longValue();
            long otherBelow = other.denominator.longValue();
            long above = numerator.longValue() * otherBelow + other.numerator.longValue() * below;
            return reduced(above, below * otherBelow);
        }
        if (denominator.equals(other.denominator)) {
            return of(numerator.add(other.numerator), denominator);
        }
        return of(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /**
     * Returns the difference.
     *
     * @param other what is taken away
     * @return exact
     */
    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    /**
     * Returns the product.
     *
     * @param other the other number
     * @return exact
     */
    public Rational times(Rational other) {
        if (signum() == 0 || other.signum() == 0) {
            return ZERO;
        }
        if (isSmall() && other.isSmall()) {
            return reduced(
                    numerator.longValue() * other.numerator.longValue(),
                    denominator.longValue() * other.denominator.longValue());
        }
        return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * Returns the quotient.
     *
     * @param other the divisor, not 0
     * @return exact
     * @throws IllegalArgumentException if the divisor is 0
     */
    public Rational dividedBy(Rational other) {
        return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /**
     * Returns the number with the other sign.
     *
     * @return exact
     */
    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    /**
     * Returns the sign.
     *
     * @return −1, 0 or 1
     */
    public int signum() {
        return numerator.signum();
    }

    /**
     * Returns the smallest whole number that is not below this one.
     *
     * @return exact
     */
    public BigInteger ceiling() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    /**
     * Returns the number above the line.
     *
     * @return in lowest terms
     */
    public BigInteger numerator() {
        return numerator;
    }

    /**
     * Returns the number below the line.
     *
     * @return in lowest terms, positive
     */
    public BigInteger denominator() {
        return denominator;
    }

    /**
     * Returns the nearest double, for display only.
     *
     * @return rounded twice, to 34 decimal digits and then to a double; infinite beyond the range of doubles
     */
    public double toDouble() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rational that
                && numerator.equals(that.numerator)
                && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numerator, denominator);
    }

    /**
     * Returns the number as databases keep it.
     *
     * @return such as {@code 3}, {@code -7/2} or {@code 0}
     */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
