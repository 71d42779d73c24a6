package org.aepsych.core.game.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.player.PlayerPolicyFactory;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.SchemaCheck;
import org.aepsych.core.config.Suggestions;
import org.aepsych.core.player.PolicyChoice;
import org.aepsych.core.plugin.Extensions;

/** Reads what happens to silent participants. */
final class SilenceReader {
    private static final String BOT = "bot:";

    private final ExperimentFile file;
    private final ConfigSection common;
    private final Extensions extensions;
    private final List<Problem> problems;
    private final Set<String> policies = new HashSet<>();

    /**
     * Takes what is read.
     *
     * @param problems gets everything that is wrong
     */
    SilenceReader(ExperimentFile file, Extensions extensions, List<Problem> problems) {
        this.file = file;
        this.common = file.common();
        this.extensions = extensions;
        this.problems = problems;
    }

    /** Returns the names of policies, which may have a section of their own. */
    Set<String> policies() {
        return Set.copyOf(policies);
    }

    Silence read(int roles) {
        List<String> actions = common.get(GameOptions.IF_SILENT);
        List<String> seconds = common.get(GameOptions.SILENT_AFTER);
        if (actions.isEmpty() && seconds.isEmpty()) {
            return Silence.NONE;
        }
        boolean actionsFit = count(GameOptions.IF_SILENT, actions, roles);
        boolean secondsFit = count(GameOptions.SILENT_AFTER, seconds, roles);
        List<Silence.Rule> rules = new ArrayList<>();
        for (int role = 0; actionsFit && secondsFit && role < roles; role++) {
            Optional<Integer> after = seconds(seconds.get(seconds.size() == 1 ? 0 : role));
            String said = actions.get(actions.size() == 1 ? 0 : role);
            Optional<Silence.Action> action = action(said);
            Optional<PolicyChoice> standIn =
                    action.filter(known -> known == Silence.Action.BOT).flatMap(bot -> policy(said));
            boolean good = after.isPresent()
                    && action.isPresent()
                    && (action.get() != Silence.Action.BOT || standIn.isPresent());
            if (good) {
                rules.add(new Silence.Rule(after.get(), action.get(), standIn));
            }
        }
        return rules.size() == roles ? new Silence(rules) : Silence.NONE;
    }

    private boolean count(ConfigOption<?> option, List<String> given, int roles) {
        boolean right = given.size() == 1 || given.size() == roles;
        if (!right) {
            problem(option, "expected one for all roles or one for each of " + roles + " roles, but found " + given);
        }
        return right;
    }

    private Optional<Integer> seconds(String text) {
        boolean whole = text.strip().matches("[0-9]{1,6}");
        int seconds = whole ? Integer.parseInt(text.strip()) : 0;
        if (seconds < Silence.SHORTEST || seconds > Silence.LONGEST) {
            problem(
                    GameOptions.SILENT_AFTER,
                    "expected " + Silence.SHORTEST + " to " + Silence.LONGEST + " seconds, but found \"" + text + "\"");
            return Optional.empty();
        }
        return Optional.of(seconds);
    }

    private Optional<Silence.Action> action(String text) {
        String name = text.strip();
        if (name.startsWith(BOT)) {
            return Optional.of(Silence.Action.BOT);
        }
        if (name.equals("bot") || !List.of("wait", "skip", "release").contains(name)) {
            problem(
                    GameOptions.IF_SILENT,
                    "expected wait, skip, release or bot: and the name of a policy, such as bot:best-reply, but found \""
                            + text + "\"");
            return Optional.empty();
        }
        return Optional.of(Silence.Action.ofKey(name));
    }

    private Optional<PolicyChoice> policy(String text) {
        String name = text.strip().substring(BOT.length()).strip();
        Optional<PlayerPolicyFactory> factory = extensions.playerPolicy(name);
        if (factory.isEmpty()) {
            List<String> known = new ArrayList<>();
            extensions.playerPolicyNames().forEach(known::add);
            Problem problem = Problem.of(
                    common.name(), GameOptions.IF_SILENT.key(), "there is no player policy \"" + name + "\"");
            add(
                    GameOptions.IF_SILENT,
                    problem.withHint(Suggestions.nearest(name, known)
                            .map(near -> "did you mean \"" + near + "\"?")
                            .orElse("there are " + known)));
            return Optional.empty();
        }
        policies.add(name);
        SortedMap<String, String> options = new TreeMap<>();
        Optional<ConfigSection> own = file.section(name);
        if (own.isPresent()) {
            List<Problem> wrong = SchemaCheck.problems(own.get(), factory.get().configSchema(), true);
            problems.addAll(wrong);
            if (!wrong.isEmpty() || !works(factory.get(), own.get())) {
                return Optional.empty();
            }
            factory.get()
                    .configSchema()
                    .options()
                    .forEach(option -> own.get().text(option.key()).ifPresent(said -> options.put(option.key(), said)));
        }
        return Optional.of(new PolicyChoice(name, options));
    }

    /** A factory knows more than its schema says. */
    private boolean works(PlayerPolicyFactory factory, ConfigSection section) {
        try {
            var unused = factory.create(section);
            return true;
        } catch (ConfigException e) {
            problems.addAll(e.problems());
            return false;
        }
    }

    private void problem(ConfigOption<?> option, String message) {
        add(option, Problem.of(common.name(), option.key(), message));
    }

    private void add(ConfigOption<?> option, Problem problem) {
        problems.add(common.line(option.key()).map(problem::atLine).orElse(problem));
    }
}
