package org.aepsych.core.game.decision;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.payoff.Opposition;
import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.api.payoff.RoundResult;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.core.game.definition.PayoffChoice;
import org.aepsych.core.plugin.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What plugins decide in an experiment: settlements by its payoff rule, and the plays of stand-ins. Thread-safe. */
public final class PayoffRules {
    private static final Logger LOG = LoggerFactory.getLogger(PayoffRules.class);

    private final Extensions extensions;
    private final StandIns standIns;

    /**
     * Takes what plugins contribute.
     *
     * @param extensions has the payoff rules, and the policies of stand-ins
     */
    @Inject
    public PayoffRules(Extensions extensions) {
        this.extensions = extensions;
        this.standIns = new StandIns(extensions);
    }

    StandIns standIns() {
        return standIns;
    }

    /**
     * Settles a round.
     *
     * @throws AepsychException {@code PLUGIN_INVALID} if the rule is not installed, fails, or breaks its contract
     */
    Settlement settle(PayoffChoice choice, RoundResult round) {
        Settlement settlement;
        try {
            settlement = rule(choice).settle(round);
        } catch (AepsychException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new AepsychException(
                    StandardError.PLUGIN_INVALID,
                    "payoff rule \"" + choice.rule() + "\" failed in round " + round.round() + ": " + e.getMessage(),
                    e);
        }
        check(choice, round, settlement);
        return settlement;
    }

    /**
     * Asks the rule against what somebody was paid; a rule that fails to say so says nothing.
     *
     * @param choice the rule and its options
     * @param round what was played
     * @param settlement what it came to
     * @param participant who
     * @param game in which game
     * @return empty if the rule does not say
     */
    public Optional<Opposition> met(
            PayoffChoice choice, RoundResult round, Settlement settlement, ParticipantId participant, int game) {
        try {
            return rule(choice).met(round, settlement, participant, game);
        } catch (RuntimeException e) {
            LOG.warn("payoff rule \"{}\" cannot explain round {}", choice.rule(), round.round(), e);
            return Optional.empty();
        }
    }

    private PayoffRule rule(PayoffChoice choice) {
        return extensions
                .payoffRule(choice.rule())
                .orElseThrow(() -> new AepsychException(
                        StandardError.PLUGIN_INVALID,
                        "payoff rule \"" + choice.rule() + "\" is not installed; installed are "
                                + extensions.payoffRuleNames()))
                .create(new Options(choice.rule(), choice.options()));
    }

    private static void check(PayoffChoice choice, RoundResult round, Settlement settlement) {
        List<Game> games = round.games();
        boolean fits = settlement.averages().size() == games.size();
        for (int i = 0; fits && i < games.size(); i++) {
            Settlement.GameAverage average = settlement.averages().get(i);
            fits = average.game() == games.get(i).id()
                    && average.roles().stream()
                            .map(List::size)
                            .toList()
                            .equals(games.get(i).actions());
        }
        Set<ParticipantId> playing =
                round.plays().stream().map(RoundResult.PlayerPlays::participant).collect(Collectors.toSet());
        fits = fits
                && settlement.payoffs().stream()
                        .allMatch(payoff -> playing.contains(payoff.participant())
                                && payoff.game() >= 1
                                && payoff.game() <= games.size());
        if (!fits) {
            throw new AepsychException(
                    StandardError.PLUGIN_INVALID,
                    "payoff rule \"" + choice.rule() + "\" settled round " + round.round()
                            + " with averages of other games or payoffs of other participants than those of the round");
        }
    }

    /** The rule's own options as they were when the experiment was set up. */
    private record Options(String name, Map<String, String> texts) implements ConfigSection {
        @Override
        public Optional<String> text(String key) {
            return Optional.ofNullable(texts.get(key));
        }

        @Override
        public Set<String> ownKeys() {
            return texts.keySet();
        }
    }
}
