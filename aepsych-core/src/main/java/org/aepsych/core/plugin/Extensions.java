package org.aepsych.core.plugin;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.payoff.PayoffRuleFactory;
import org.aepsych.api.player.PlayerPolicyFactory;
import org.aepsych.api.presentation.Presenter;
import org.aepsych.api.storage.StorageFactory;
import org.aepsych.api.strategy.StrategyFactory;

/** Everything that plugins contributed, by the names that files use. Immutable, thread-safe. */
public final class Extensions {
    private final Map<String, StrategyFactory> strategies;
    private final Map<String, PayoffRuleFactory> payoffRules;
    private final Map<String, PlayerPolicyFactory> playerPolicies;
    private final Map<String, Presenter> presenters;
    private final Map<String, StorageFactory> storages;

    /**
     * Takes what was bound, without policies of simulated participants and presenters.
     *
     * @param strategies by name; aliases are added here
     * @param payoffRules by name
     * @param storages by name
     * @throws AepsychException {@code PLUGIN_INVALID} if an alias is the name or alias of another strategy
     */
    public Extensions(
            Map<String, StrategyFactory> strategies,
            Map<String, PayoffRuleFactory> payoffRules,
            Map<String, StorageFactory> storages) {
        this(strategies, payoffRules, Map.of(), Map.of(), storages);
    }

    /**
     * Takes what was bound, without presenters.
     *
     * @param strategies by name; aliases are added here
     * @param payoffRules by name
     * @param playerPolicies by name
     * @param storages by name
     * @throws AepsychException {@code PLUGIN_INVALID} if an alias is the name or alias of another strategy
     */
    public Extensions(
            Map<String, StrategyFactory> strategies,
            Map<String, PayoffRuleFactory> payoffRules,
            Map<String, PlayerPolicyFactory> playerPolicies,
            Map<String, StorageFactory> storages) {
        this(strategies, payoffRules, playerPolicies, Map.of(), storages);
    }

    /**
     * Takes what was bound.
     *
     * @param strategies by name; aliases are added here
     * @param payoffRules by name
     * @param playerPolicies by name
     * @param presenters by name
     * @param storages by name
     * @throws AepsychException {@code PLUGIN_INVALID} if an alias is the name or alias of another strategy
     */
    @Inject
    public Extensions(
            Map<String, StrategyFactory> strategies,
            Map<String, PayoffRuleFactory> payoffRules,
            Map<String, PlayerPolicyFactory> playerPolicies,
            Map<String, Presenter> presenters,
            Map<String, StorageFactory> storages) {
        Map<String, StrategyFactory> named = new HashMap<>(strategies);
        for (StrategyFactory factory : strategies.values()) {
            for (String alias : factory.aliases()) {
                if (named.put(alias, factory) != null) {
                    throw new AepsychException(
                            StandardError.PLUGIN_INVALID,
                            "two strategies are called \"" + alias + "\"; one is " + factory.name());
                }
            }
        }
        this.strategies = Map.copyOf(named);
        this.payoffRules = Map.copyOf(payoffRules);
        this.playerPolicies = Map.copyOf(playerPolicies);
        this.presenters = Map.copyOf(presenters);
        this.storages = Map.copyOf(storages);
    }

    /**
     * Finds a strategy.
     *
     * @param name its name or an alias
     * @return the factory, or empty
     */
    public Optional<StrategyFactory> strategy(String name) {
        return Optional.ofNullable(strategies.get(name));
    }

    /**
     * Returns the names of the strategies.
     *
     * @return names and aliases, sorted
     */
    public SortedSet<String> strategyNames() {
        return new TreeSet<>(strategies.keySet());
    }

    /**
     * Returns the strategies.
     *
     * @return each once, by name
     */
    public List<StrategyFactory> strategies() {
        return strategies.values().stream()
                .distinct()
                .sorted(Comparator.comparing(StrategyFactory::name))
                .toList();
    }

    /**
     * Returns the presenters.
     *
     * @return by name
     */
    public List<Presenter> presenters() {
        return presenters.values().stream()
                .sorted(Comparator.comparing(Presenter::name))
                .toList();
    }

    /**
     * Finds a payoff rule.
     *
     * @param name its name
     * @return the factory, or empty
     */
    public Optional<PayoffRuleFactory> payoffRule(String name) {
        return Optional.ofNullable(payoffRules.get(name));
    }

    /**
     * Returns the names of the payoff rules.
     *
     * @return sorted
     */
    public SortedSet<String> payoffRuleNames() {
        return new TreeSet<>(payoffRules.keySet());
    }

    /**
     * Finds a policy of simulated participants.
     *
     * @param name its name
     * @return the factory, or empty
     */
    public Optional<PlayerPolicyFactory> playerPolicy(String name) {
        return Optional.ofNullable(playerPolicies.get(name));
    }

    /**
     * Returns the names of the policies of simulated participants.
     *
     * @return sorted
     */
    public SortedSet<String> playerPolicyNames() {
        return new TreeSet<>(playerPolicies.keySet());
    }

    /**
     * Finds a presenter.
     *
     * @param name its name
     * @return the presenter, or empty
     */
    public Optional<Presenter> presenter(String name) {
        return Optional.ofNullable(presenters.get(name));
    }

    /**
     * Returns the names of the presenters.
     *
     * @return sorted
     */
    public SortedSet<String> presenterNames() {
        return new TreeSet<>(presenters.keySet());
    }

    /**
     * Finds a storage.
     *
     * @param name its name
     * @return the factory, or empty
     */
    public Optional<StorageFactory> storage(String name) {
        return Optional.ofNullable(storages.get(name));
    }

    /**
     * Returns the names of the storages.
     *
     * @return sorted
     */
    public SortedSet<String> storageNames() {
        return new TreeSet<>(storages.keySet());
    }
}
