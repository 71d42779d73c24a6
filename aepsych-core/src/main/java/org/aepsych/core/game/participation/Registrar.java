package org.aepsych.core.game.participation;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.PersonStore;
import org.aepsych.core.account.PasswordHashing;
import org.aepsych.core.game.decision.ParticipantSeeds;
import org.aepsych.core.game.experiment.GameLanes;
import org.aepsych.core.game.participation.Register.Applicant;
import org.aepsych.core.game.view.Registration;

/** Looks at what newcomers call themselves before they come into a log. Thread-safe. */
final class Registrar {
    private static final Pattern IDENTIFIER = Pattern.compile("\\P{Cntrl}{1,200}");

    private final GameLanes lanes;
    private final PersonStore persons;
    private final PasswordHashing passwords;
    private final ParticipantSeeds seeds;

    /** Identifiers on their way into the log, so that two of one batch cannot collide and fail the others of it. */
    private final Set<Pending> pending = ConcurrentHashMap.newKeySet();

    private record Pending(StreamId stream, String identifier) {}

    Registrar(GameLanes lanes, PersonStore persons, PasswordHashing passwords, RandomGenerator random) {
        this.lanes = lanes;
        this.persons = persons;
        this.passwords = passwords;
        this.seeds = new ParticipantSeeds(random);
    }

    /**
     * Registers somebody.
     *
     * @param experiment where
     * @param identifier what they call themselves
     * @param password what they chose, if they did
     * @param selfRegistered whether it is their own wish
     * @return who they are now
     */
    Registration register(
            ExperimentId experiment, String identifier, Optional<String> password, boolean selfRegistered) {
        StreamId stream = lanes.stream(experiment);
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
            Optional<String> hash = password.map(passwords::hash);
            Applicant applicant = new Applicant(stream, trimmed, hash, selfRegistered, seeds.next());
            return lanes.submit(experiment, new Register(lanes.rules(), persons, applicant));
        } finally {
            pending.remove(mine);
        }
    }
}
