package org.aepsych.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.player.PlayerPolicy;
import org.aepsych.api.player.PlayerPolicyFactory;
import org.aepsych.api.player.PlayerSituation;
import org.aepsych.api.player.PlayerSituation.PastRound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every policy of simulated participants must keep, however it plays. Extend it and return the factory. */
public abstract class PlayerPolicyTck {
    private static final int CASES = 60;
    private static final BigInteger LARGEST_DENOMINATOR = BigInteger.TEN.pow(18);

    /**
     * Returns the factory under test.
     *
     * @return a new factory
     */
    protected abstract PlayerPolicyFactory factory();

    /**
     * Returns the policy under test.
     *
     * @return a new policy with its default options
     */
    protected final PlayerPolicy policy() {
        return factory().create(new TckSection(factory().name(), Map.of()));
    }

    static LongStream seeds() {
        return LongStream.range(0, CASES);
    }

    /**
     * Makes up a situation: a game of two or three roles in any round; some rounds without a play or without averages.
     *
     * @param random decides
     * @return what a participant sees
     */
    protected static PlayerSituation randomSituation(Random random) {
        List<Integer> actions = new ArrayList<>();
        int cells = 1;
        for (int role = 0; role < 2 + random.nextInt(2); role++) {
            actions.add(1 + random.nextInt(4));
            cells *= actions.get(role);
        }
        List<Rational> payoffs = new ArrayList<>();
        for (int i = 0; i < actions.size() * cells; i++) {
            payoffs.add(Rational.of(random.nextInt(41) - 20, 1 + random.nextInt(6)));
        }
        Game game = new Game(1, "game", actions, payoffs);
        Role role = new Role(random.nextInt(actions.size()));
        int rounds = random.nextInt(5);
        List<PastRound> past = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Optional<Mixture> own = random.nextInt(4) == 0
                    ? Optional.empty()
                    : Optional.of(new Mixture(weights(game.actions(role), random)));
            Optional<List<List<Rational>>> averages = random.nextInt(4) == 0
                    ? Optional.empty()
                    : Optional.of(actions.stream()
                            .map(count -> weights(count, random))
                            .toList());
            past.add(new PastRound(round, own, averages));
        }
        return new PlayerSituation(game, role, rounds, past, Rational.of(random.nextInt(100) - 50));
    }

    private static List<Rational> weights(int actions, Random random) {
        long[] parts =
                LongStream.generate(() -> random.nextInt(10)).limit(actions).toArray();
        parts[0]++;
        long sum = LongStream.of(parts).sum();
        return LongStream.of(parts).mapToObj(part -> Rational.of(part, sum)).toList();
    }

    private static RandomGenerator chance(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    final void playsAMixtureOfItsOwnActions(long seed) {
        PlayerSituation situation = randomSituation(new Random(seed));

        Mixture played = policy().play(situation, chance(seed));

        assertThat(played.weights()).hasSize(situation.actions());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    final void playsTheSameInTheSameSituationWithTheSameChance(long seed) {
        PlayerSituation situation = randomSituation(new Random(seed));
        PlayerPolicy policy = policy();
        Mixture first = policy.play(situation, chance(seed));
        Mixture elsewhere = policy.play(randomSituation(new Random(seed + 1)), chance(seed));

        assertThat(elsewhere.weights()).isNotEmpty();
        assertThat(policy.play(situation, chance(seed))).isEqualTo(first);
        assertThat(policy().play(situation, chance(seed))).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    final void keepsDenominatorsAtWhatExperimentsAccept(long seed) {
        Mixture played = policy().play(randomSituation(new Random(seed)), chance(seed));

        assertThat(played.weights()).allMatch(weight -> weight.denominator().compareTo(LARGEST_DENOMINATOR) <= 0);
    }

    @Test
    final void isCalledWhatFilesCanSayAndNeedsNoOptions() {
        assertThat(factory().name()).matches("[a-z][a-z0-9-]*");
        assertThat(factory().configSchema().options())
                .extracting(ConfigOption::fallback)
                .allMatch(Optional::isPresent);
    }
}
