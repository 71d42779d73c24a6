package org.aepsych.core.game.conduct;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.account.Passwords;
import org.aepsych.core.account.SecretToken;
import org.aepsych.core.game.event.GameEvent.ExperimentWiped;
import org.aepsych.core.game.experiment.GameLanes;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.secret.SecretSource;

/**
 * Makes experiments new again: in the log, and then in what is kept of persons beside it, which a server that is stopped
 * between the two makes up for at its next start. Thread-safe.
 */
public final class GameWipes {
    private final GameLanes lanes;
    private final GameConduct conduct;
    private final Storage storage;
    private final Passwords passwords;
    private final SecretSource secrets;

    /**
     * Takes what it works with.
     *
     * @param lanes the experiments
     * @param conduct records that they begin anew
     * @param storage has the persons
     * @param passwords hashes what nobody knows
     * @param secrets makes what nobody knows
     */
    @Inject
    public GameWipes(GameLanes lanes, GameConduct conduct, Storage storage, Passwords passwords, SecretSource secrets) {
        this.lanes = lanes;
        this.conduct = conduct;
        this.storage = storage;
        this.passwords = passwords;
        this.secrets = secrets;
    }

    /**
     * Makes an experiment new again: what happened in it is gone from the tables, and who those were who registered
     * themselves is erased. Passwords of the others no longer work.
     *
     * @param experiment which
     * @return how many are gone
     */
    public int wipe(ExperimentId experiment) {
        int gone = conduct.wipe(experiment).size();
        forget(experiment);
        return gone;
    }

    /**
     * Ends what a server that was stopped had begun: experiments whose log says that they begin anew, and nothing since,
     * forget who registered themselves. To be called at the start.
     *
     * @return how many experiments there were
     */
    public int finish() {
        int finished = 0;
        for (OpenedStream opened : storage.streams().list()) {
            if (opened.header().protocol() == Protocol.GAME && endsWithWipe(opened.id())) {
                forget(opened.header().experimentId());
                finished++;
            }
        }
        return finished;
    }

    private boolean endsWithWipe(StreamId stream) {
        long last = storage.events().last(stream);
        return last > 0
                && storage.events().read(stream, last - 1).stream()
                        .anyMatch(event -> event.type().equals(ExperimentWiped.TYPE));
    }

    /** Erases who is no longer in the log, and lets nobody else in without a new link or password; may be repeated. */
    private void forget(ExperimentId experiment) {
        StreamId stream = lanes.stream(experiment);
        List<Person> persons = storage.persons().list(stream);
        Map<ParticipantId, Player> present = new HashMap<>();
        lanes.state(experiment).players().forEach(player -> present.put(player.id(), player));
        storage.accounts().deleteSessions(stream);
        String nobodys = passwords.hash(SecretToken.draw(secrets).text());
        for (Person person : persons) {
            Player player = present.get(person.id());
            if (player == null) {
                boolean unused = storage.persons().erase(stream, person.id());
            } else if (!player.selfRegistered()) {
                storage.persons().setPasswordHash(stream, person.id(), nobodys);
            }
        }
    }
}
