package org.aepsych.core.game;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.account.PasswordHashing;
import org.aepsych.core.game.view.Registration;

/** Looks at what newcomers call themselves before they come into a log. Thread-safe. */
final class Registrar {
    private static final Pattern IDENTIFIER = Pattern.compile("\\P{Cntrl}{1,200}");

    private final PasswordHashing passwords;

    /** Identifiers on their way into the log, so that two of one batch cannot collide and fail the others of it. */
    private final Set<Pending> pending = ConcurrentHashMap.newKeySet();

    private record Pending(StreamId stream, String identifier) {}

    Registrar(PasswordHashing passwords) {
        this.passwords = passwords;
    }

    /**
     * Registers somebody.
     *
     * @param identifier what they call themselves
     * @param password what they chose, if they did
     * @param stream the log of the experiment
     * @param record is given the identifier without blanks around it and the password's hash, and records them
     * @return what was recorded
     */
    Registration register(
            String identifier,
            Optional<String> password,
            StreamId stream,
            BiFunction<String, Optional<String>, Registration> record) {
        String trimmed = identifier.strip();
        if (!IDENTIFIER.matcher(trimmed).matches()) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "identifier: expected 1 to 200 characters without control characters, but found "
                            + trimmed.length());
        }
        Pending mine = new Pending(stream, trimmed);
        if (!pending.add(mine)) {
            throw Register.identifierTaken();
        }
        try {
            return record.apply(trimmed, password.map(passwords::hash));
        } finally {
            pending.remove(mine);
        }
    }
}
