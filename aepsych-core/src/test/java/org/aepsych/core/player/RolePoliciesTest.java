package org.aepsych.core.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.aepsych.api.AepsychException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.player.PlayerPolicy;
import org.aepsych.api.player.PlayerPolicyFactory;
import org.aepsych.api.player.PlayerSituation;
import org.aepsych.core.plugin.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolePoliciesTest {
    private static final ConfigOption<Integer> ACTION =
            ConfigOption.whole("action", "which one").orElse(0);
    private final PlayerPolicies policies = new PlayerPolicies(new Extensions(
            Map.of(), Map.of(), Map.of("random", new Pure("random"), "pure", new Pure("pure")), Map.of()));

    /** Plays one action only. */
    private record Pure(String name) implements PlayerPolicyFactory {
        @Override
        public ConfigSchema configSchema() {
            return ConfigSchema.of(ACTION);
        }

        @Override
        public PlayerPolicy create(ConfigSection config) {
            int action = config.get(ACTION);
            return (situation, random) -> Mixture.parse(action == 0 ? "1 0" : "0 1");
        }
    }

    private static String played(RolePolicies chosen, Role role) {
        Game game = new Game(1, "g", 2, 2, Game.parsePayoffs("0 0 0 0 0 0 0 0"));
        PlayerSituation situation = new PlayerSituation(game, role, 0, List.of(), Rational.ZERO);
        return chosen.of(role).play(situation, PlayerRandom.at(1)).toString();
    }

    @Test
    void eachRoleHasItsPolicyWithItsOptions() {
        RolePolicies chosen = RolePolicies.parse(List.of("pure,action=1:column", "pure"), policies);

        assertThat(played(chosen, Role.ROW)).isEqualTo("1 0");
        assertThat(played(chosen, Role.COLUMN)).isEqualTo("0 1");
    }

    @Test
    void rolesThatNobodyNamesPlayAtRandom() {
        assertThat(played(RolePolicies.parse(List.of(), policies), Role.ROW)).isEqualTo("1 0");
        assertThat(played(RolePolicies.parse(List.of("pure,action=1:2"), policies), Role.COLUMN))
                .isEqualTo("0 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pur | did you mean \"pure\"",
                "pure,action | expected name or name,option=value",
                "pure,action=x | a whole number",
                "pure,weight=1 | weight",
                "pure:nobody | must be row, column or a number",
                "pure:row pure:1 | two are given",
                "pure random | two are given for all roles"
            })
    void saysWhatIsWrong(String texts, String message) {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> RolePolicies.parse(List.of(texts.split(" ", -1)), policies))
                .withMessageContaining(message);
    }

    @Test
    void chanceDependsOnEveryPartOfItsAddress() {
        assertThat(List.of(
                        PlayerRandom.seed(1, 2, 3),
                        PlayerRandom.seed(1, 3, 2),
                        PlayerRandom.seed(2, 2, 3),
                        PlayerRandom.seed(1, 2, 3, 0)))
                .doesNotHaveDuplicates();
        assertThat(PlayerRandom.at(5, 1).nextLong())
                .isEqualTo(PlayerRandom.at(5, 1).nextLong());
    }
}
