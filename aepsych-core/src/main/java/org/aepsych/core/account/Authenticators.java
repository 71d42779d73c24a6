package org.aepsych.core.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.storage.AccessStore;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.secret.SecretBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The secrets that administrators' authenticators share with the laboratory, which keeps them sealed. Thread-safe. */
@Singleton
public final class Authenticators {
    private static final Logger LOG = LoggerFactory.getLogger(Authenticators.class);

    private final AccessStore access;
    private final SecretBox box;
    private final InstantSource clock;

    /**
     * Prepares the authenticators of a storage.
     *
     * @param storage keeps them
     * @param box seals them
     * @param clock tells which code is right
     */
    @Inject
    Authenticators(Storage storage, SecretBox box, InstantSource clock) {
        this.access = storage.access();
        this.box = box;
        this.clock = clock;
    }

    void set(long id, String secret) {
        access.setAuthenticator(id, Optional.of(box.seal(purpose(id), secret)), clock.instant());
    }

    void drop(long id) {
        access.setAuthenticator(id, Optional.empty(), clock.instant());
    }

    /** Tells whether a code is right; true if none is asked for. Fails if the secret cannot be opened. */
    boolean accept(long id, String code) {
        return access.member(id)
                .flatMap(AccessStore.Member::authenticator)
                .map(kept -> OneTimeCode.matches(box.open(purpose(id), kept), code, clock.instant()))
                .orElse(true);
    }

    /**
     * Seals what is kept in the clear from before, and what is sealed with an older key. What cannot be opened stays as it
     * is, and the log says so.
     *
     * @return how many secrets were sealed
     */
    public int seal() {
        int sealed = 0;
        for (AccessStore.Member member : access.members()) {
            try {
                Optional<String> renewed =
                        member.authenticator().flatMap(kept -> box.renewed(purpose(member.id()), kept));
                if (renewed.isPresent()) {
                    access.setAuthenticator(member.id(), renewed, clock.instant());
                    sealed++;
                }
            } catch (AepsychException e) {
                LOG.error("account {} cannot log in with its authenticator: {}", member.id(), e.getMessage());
            }
        }
        return sealed;
    }

    /**
     * Counts the secrets that cannot be read without a key.
     *
     * @param storage keeps them
     * @return how many are sealed
     */
    public static long sealed(Storage storage) {
        return storage.access().members().stream()
                .flatMap(member -> member.authenticator().stream())
                .filter(SecretBox::isSealed)
                .count();
    }

    private static String purpose(long id) {
        return "authenticator of account " + id;
    }
}
