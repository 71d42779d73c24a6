package org.aepsych.strategies.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.player.PlayerPolicyFactory;
import org.aepsych.api.player.PlayerSituation;
import org.aepsych.api.player.PlayerSituation.PastRound;
import org.aepsych.tck.PlayerPolicyTck;
import org.aepsych.tck.TckSection;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BuiltinPoliciesTest {
    private static final Game PENNIES = new Game(1, "pennies", 2, 2, Game.parsePayoffs("1 0 0 1 0 1 1 0"));

    private static PlayerPolicyFactory factory(String name) {
        return BuiltinPolicies.factories().stream()
                .filter(factory -> factory.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Mixture play(String name, Map<String, String> options, PlayerSituation situation) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        return factory(name).create(new TckSection(name, options)).play(situation, random);
    }

    private static PlayerSituation after(Role role, String... averages) {
        List<PastRound> past = new ArrayList<>();
        for (String both : averages) {
            List<List<Rational>> roles = Arrays.stream(both.split(";", -1))
                    .map(side -> Mixture.parse(side).weights())
                    .toList();
            past.add(
                    new PastRound(past.size(), Optional.of(new Mixture(roles.get(role.number()))), Optional.of(roles)));
        }
        return new PlayerSituation(PENNIES, role, past.size(), past, Rational.ZERO);
    }

    @Test
    void bestRepliesLookAtTheLastRoundAndFictitiousPlayersAtAll() {
        PlayerSituation situation = after(Role.ROW, "1/2 1/2;1 0", "1/2 1/2;1 0", "1/2 1/2;0 1");

        assertThat(play("best-reply", Map.of(), situation)).isEqualTo(Mixture.parse("0 1"));
        assertThat(play("fictitious-play", Map.of(), situation)).isEqualTo(Mixture.parse("1 0"));
    }

    @Test
    void aBestReplySharesItsWeightAmongActionsThatAreAsGood() {
        assertThat(play("best-reply", Map.of(), after(Role.COLUMN, "1/2 1/2;1 0")))
                .isEqualTo(Mixture.parse("1/2 1/2"));
    }

    @Test
    void aLogitResponseWeighsActionsByTheExponentialOfWhatTheyPay() {
        Mixture played = play("logit-quantal-response", Map.of("lambda", "2"), after(Role.ROW, "1 0;3/4 1/4"));

        double ratio =
                played.weights().get(0).toDouble() / played.weights().get(1).toDouble();
        assertThat(ratio).isCloseTo(Math.exp(2 * (0.75 - 0.25)), within(0.002));
    }

    @Test
    void aLogitResponseNeedsAPositivePrecision() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> factory("logit-quantal-response")
                        .create(new TckSection("logit-quantal-response", Map.of("lambda", "0"))))
                .withMessageContaining("lambda");
    }

    @Test
    void aReplicatorShiftsWeightToWhatPaysMoreAndForgetsNothing() {
        Mixture played = play("replicator", Map.of(), after(Role.ROW, "1/2 1/2;1 0"));

        assertThat(played.weights().get(0)).isGreaterThan(Rational.of(1, 2));
        assertThat(played.weights().get(1).signum()).isPositive();
    }

    @Nested
    class First extends PlayerPolicyTck {
        @Override
        protected PlayerPolicyFactory factory() {
            return BuiltinPoliciesTest.factory("first");
        }
    }

    @Nested
    class Uniform extends PlayerPolicyTck {
        @Override
        protected PlayerPolicyFactory factory() {
            return BuiltinPoliciesTest.factory("uniform");
        }
    }

    @Nested
    class Drawn extends PlayerPolicyTck {
        @Override
        protected PlayerPolicyFactory factory() {
            return BuiltinPoliciesTest.factory("random");
        }
    }

    @Nested
    class BestReplies extends PlayerPolicyTck {
        @Override
        protected PlayerPolicyFactory factory() {
            return BuiltinPoliciesTest.factory("best-reply");
        }
    }

    @Nested
    class FictitiousPlay extends PlayerPolicyTck {
        @Override
        protected PlayerPolicyFactory factory() {
            return BuiltinPoliciesTest.factory("fictitious-play");
        }
    }

    @Nested
    class Logit extends PlayerPolicyTck {
        @Override
        protected PlayerPolicyFactory factory() {
            return BuiltinPoliciesTest.factory("logit-quantal-response");
        }
    }

    @Nested
    class Replicators extends PlayerPolicyTck {
        @Override
        protected PlayerPolicyFactory factory() {
            return BuiltinPoliciesTest.factory("replicator");
        }
    }
}
