package org.aepsych.tck;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.StrategyContext;

/**
 * A context for tests of strategies, without a server.
 *
 * @param space the parameters
 * @param stimuliPerTrial 1, or 2 to compare
 * @param outcomeTypes one type for each outcome
 * @param seed of the session
 * @param sections the strategy's own section under {@link #OWN}, and those of its parts
 */
public record TckContext(
        ParameterSpace space,
        int stimuliPerTrial,
        List<OutcomeType> outcomeTypes,
        long seed,
        Map<String, TckSection> sections)
        implements StrategyContext {

    /** Name of the strategy's own section. */
    public static final String OWN = "strategy";

    /** Copies lists and maps. */
    public TckContext {
        outcomeTypes = List.copyOf(outcomeTypes);
        sections = Map.copyOf(sections);
    }

    /**
     * A context for one binary outcome, one stimulus a trial, and no options.
     *
     * @param space the parameters
     * @return the context
     */
    public static TckContext of(ParameterSpace space) {
        return new TckContext(space, 1, List.of(OutcomeType.BINARY), 1, Map.of());
    }

    /**
     * A context whose space has a parameter of every kind.
     *
     * @return the context
     */
    public static TckContext ofEveryKind() {
        return of(new ParameterSpace(List.of(
                new Parameter.Continuous("contrast", -1.5, 0.5, false, true),
                new Parameter.Continuous("frequency", 0.5, 8000, true, true),
                new Parameter.Continuous("raw", 2, 3, false, false),
                new Parameter.Whole("count", -2, 3, false, true),
                new Parameter.Whole("decades", 1, 1000, true, true),
                new Parameter.Binary("mask"),
                new Parameter.Categorical("colour", List.of("red", "green", "blue")),
                new Parameter.Fixed("distance", Value.of(57.0)),
                new Parameter.Fixed("screen", Value.of("left")))));
    }

    /**
     * Returns this context in another session.
     *
     * @param other the session's seed
     * @return a copy
     */
    public TckContext withSeed(long other) {
        return new TckContext(space, stimuliPerTrial, outcomeTypes, other, sections);
    }

    /**
     * Returns this context for comparisons.
     *
     * @param stimuli how many stimuli a trial shows
     * @return a copy
     */
    public TckContext withStimuliPerTrial(int stimuli) {
        return new TckContext(space, stimuli, outcomeTypes, seed, sections);
    }

    /**
     * Returns this context with other outcomes.
     *
     * @param types one for each outcome
     * @return a copy
     */
    public TckContext withOutcomeTypes(OutcomeType... types) {
        return new TckContext(space, stimuliPerTrial, List.of(types), seed, sections);
    }

    /**
     * Returns this context with one more option of the strategy.
     *
     * @param key lower-case name
     * @param text as a file would have it
     * @return a copy
     */
    public TckContext withOption(String key, String text) {
        return withOption(OWN, key, text);
    }

    /**
     * Returns this context with one more option of a part of the strategy.
     *
     * @param section the part
     * @param key lower-case name
     * @param text as a file would have it
     * @return a copy
     */
    public TckContext withOption(String section, String key, String text) {
        Map<String, TckSection> more = new LinkedHashMap<>(sections);
        Map<String, String> texts = new LinkedHashMap<>(
                more.getOrDefault(section, new TckSection(section, Map.of())).texts());
        texts.put(key, text);
        more.put(section, new TckSection(section, texts));
        return new TckContext(space, stimuliPerTrial, outcomeTypes, seed, more);
    }

    @Override
    public ConfigSection config() {
        return sections.getOrDefault(OWN, new TckSection(OWN, Map.of()));
    }

    @Override
    public Optional<ConfigSection> section(String name) {
        return Optional.ofNullable(sections.get(name));
    }

    @Override
    public RandomGenerator random(int round) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000_003 + round);
    }
}
