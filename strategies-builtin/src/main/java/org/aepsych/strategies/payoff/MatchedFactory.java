package org.aepsych.strategies.payoff;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.api.payoff.PayoffRuleFactory;
import org.aepsych.strategies.option.BoundedOption;

/** Makes the rules that pay against a partner or a group. */
public final class MatchedFactory implements PayoffRuleFactory {
    private static final ConfigOption<Matched.Absent> ABSENT = new ConfigOption<>(
            "absent",
            "average or nothing",
            text -> Matched.Absent.valueOf(text.strip().toUpperCase(Locale.ROOT)),
            Optional.of(Matched.Absent.AVERAGE),
            "what somebody is paid against whose partner has not played: the average of the partner's role, or nothing",
            false);
    private static final ConfigOption<Integer> SEED =
            ConfigOption.whole("seed", "what the pairs are drawn with").orElse(1);
    private static final ConfigOption<Integer> SIZE =
            BoundedOption.wholeFrom("size", 1, "how many players of each role a group has");

    private final String name;
    private final ConfigSchema schema;
    private final Function<ConfigSection, Matching> matching;

    private MatchedFactory(String name, ConfigSchema schema, Function<ConfigSection, Matching> matching) {
        this.name = name;
        this.schema = schema;
        this.matching = matching;
    }

    /**
     * Returns the factories of all ways of matching.
     *
     * @return new ones
     */
    public static List<PayoffRuleFactory> factories() {
        return List.of(
                new MatchedFactory("fixed-pairs", ConfigSchema.of(ABSENT), config -> Matching.fixedPairs()),
                new MatchedFactory("round-robin", ConfigSchema.of(ABSENT), config -> Matching.roundRobin()),
                new MatchedFactory(
                        "random-pairs",
                        ConfigSchema.of(ABSENT, SEED),
                        config -> Matching.randomPairs(config.get(SEED))),
                new MatchedFactory(
                        "fixed-groups",
                        ConfigSchema.of(ABSENT, SIZE),
                        config -> Matching.fixedGroups(config.get(SIZE))));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ConfigSchema configSchema() {
        return schema;
    }

    @Override
    public PayoffRule create(ConfigSection config) {
        return new Matched(matching.apply(config), config.get(ABSENT));
    }
}
