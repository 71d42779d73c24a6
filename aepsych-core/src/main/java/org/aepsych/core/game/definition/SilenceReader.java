package org.aepsych.core.game.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.player.PlayerPolicyFactory;
import org.aepsych.core.player.PolicyChoice;
import org.aepsych.core.plugin.Extensions;

/** Reads what happens to silent participants. */
final class SilenceReader {
    private static final String BOT = "bot:";

    private final Inspection file;
    private final Extensions extensions;
    private final Set<String> policies = new HashSet<>();

    SilenceReader(Inspection file, Extensions extensions) {
        this.file = file;
        this.extensions = extensions;
    }

    /** Returns the names of policies, which may have a section of their own. */
    Set<String> policies() {
        return Set.copyOf(policies);
    }

    Silence read(int roles) {
        List<String> actions = file.common().get(GameOptions.IF_SILENT);
        List<String> seconds = file.common().get(GameOptions.SILENT_AFTER);
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
            file.wrong(option, "expected one for all roles or one for each of " + roles + " roles, but found " + given);
        }
        return right;
    }

    private Optional<Integer> seconds(String text) {
        boolean whole = text.strip().matches("[0-9]{1,6}");
        int seconds = whole ? Integer.parseInt(text.strip()) : 0;
        if (seconds < Silence.SHORTEST || seconds > Silence.LONGEST) {
            file.wrong(
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
            file.wrong(
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
            file.unknown(
                    GameOptions.IF_SILENT,
                    "there is no player policy \"" + name + "\"",
                    name,
                    extensions.playerPolicyNames());
            return Optional.empty();
        }
        policies.add(name);
        Optional<ConfigSection> own = file.section(name);
        if (own.isEmpty()) {
            return Optional.of(new PolicyChoice(name, Collections.emptySortedMap()));
        }
        ConfigSection section = own.get();
        ConfigSchema schema = factory.get().configSchema();
        return file.fits(section, schema) && file.works(() -> factory.get().create(section))
                ? Optional.of(new PolicyChoice(name, Inspection.said(section, schema)))
                : Optional.empty();
    }
}
