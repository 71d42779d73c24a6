package org.aepsych.core.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.AccessStore;
import org.aepsych.api.storage.AccessStore.Pass;
import org.aepsych.api.storage.AccessStore.PassKind;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.secret.SecretSource;

/** Who may do what in the console: roles, invitations, authenticators. There is always an owner. Thread-safe. */
@Singleton
public final class Members {
    private static final Duration INVITATION_LIFE = Duration.ofDays(7);
    private static final int AUTHENTICATOR_BYTES = 20;

    private final AccessStore access;
    private final Administrators administrators;
    private final Authenticators authenticators;
    private final SecretSource secrets;
    private final InstantSource clock;

    /**
     * Prepares the roles of a storage.
     *
     * @param storage keeps them
     * @param administrators creates accounts
     * @param authenticators keeps their secrets
     * @param secrets where tokens come from
     * @param clock when invitations expire
     */
    @Inject
    Members(
            Storage storage,
            Administrators administrators,
            Authenticators authenticators,
            SecretSource secrets,
            InstantSource clock) {
        this.authenticators = authenticators;
        this.access = storage.access();
        this.administrators = administrators;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * An account.
     *
     * @param id the account
     * @param email its address
     * @param role what it may do
     * @param authenticator whether log-ins ask for a code
     */
    public record Member(long id, String email, AdminRole role, boolean authenticator) {
        /** Returns the id only: addresses do not belong in logs. */
        @Override
        public String toString() {
            return "Member[" + id + "]";
        }
    }

    /**
     * An invitation that has not been used yet.
     *
     * @param id its number
     * @param email who is invited
     * @param role what the account will be allowed
     * @param expires when it ends
     */
    public record Invitation(long id, String email, AdminRole role, Instant expires) {
        /** Returns the number only: addresses do not belong in logs. */
        @Override
        public String toString() {
            return "Invitation[" + id + "]";
        }
    }

    /**
     * Lists the accounts.
     *
     * @return in the order in which they were created
     */
    public List<Member> list() {
        return access.members().stream()
                .map(member -> new Member(
                        member.id(),
                        member.email(),
                        role(member.role()),
                        member.authenticator().isPresent()))
                .toList();
    }

    /**
     * Lists the open invitations.
     *
     * @return in the order in which they were made
     */
    public List<Invitation> invitations() {
        return access.passes(PassKind.INVITATION).stream()
                .filter(this::open)
                .map(pass -> new Invitation(pass.id(), pass.name(), role(pass.role()), pass.expires()))
                .toList();
    }

    /**
     * Invites somebody.
     *
     * @param email their address
     * @param role what the account will be allowed
     * @param by who invites
     * @return the invitation's token, valid for a week, once
     * @throws AepsychException {@code INPUT_INVALID} if the address is not one; {@code STATE_CONFLICT} if it has an
     *     account
     */
    public SecretToken invite(String email, AdminRole role, AdministratorLogin by) {
        String address = Administrators.address(email);
        if (administrators.find(address).isPresent()) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT, "email: there is an account with that address already");
        }
        SecretToken token = SecretToken.draw(secrets);
        Instant now = clock.instant();
        long unused = access.keep(new Pass(
                0,
                PassKind.INVITATION,
                token.hash(),
                address,
                role.key(),
                by.id(),
                now,
                now.plus(INVITATION_LIFE),
                Optional.empty()));
        return token;
    }

    /**
     * Takes an invitation back; does nothing if there is none of that number.
     *
     * @param id its number
     */
    public void withdraw(long id) {
        boolean unused =
                access.passes(PassKind.INVITATION).stream().anyMatch(pass -> pass.id() == id) && access.end(id);
    }

    /**
     * Tells whom an invitation is for, without using it up.
     *
     * @param token what was sent
     * @return the invitation, or empty if it was used, withdrawn or is too old
     */
    public Optional<Invitation> invitation(SecretToken token) {
        return access.find(token.hash())
                .filter(pass -> pass.kind() == PassKind.INVITATION && open(pass))
                .map(pass -> new Invitation(pass.id(), pass.name(), role(pass.role()), pass.expires()));
    }

    /**
     * Uses up an invitation. It stays valid if the password is refused.
     *
     * @param token the invitation's
     * @param password what was chosen
     * @return the new account
     * @throws AepsychException {@code NOT_ALLOWED} if it was used, withdrawn or is too old; otherwise as
     *     {@link Administrators#create}
     */
    public synchronized AdministratorLogin accept(SecretToken token, String password) {
        Invitation invitation = invitation(token).orElseThrow(Members::spent);
        Administrators.checkPassword(password);
        if (!access.end(invitation.id())) {
            throw spent();
        }
        AdministratorLogin created = administrators.create(invitation.email(), password);
        access.setRole(created.id(), invitation.role().key(), clock.instant());
        return new AdministratorLogin(created.id(), created.email(), invitation.role());
    }

    /**
     * Changes what an account may do.
     *
     * @param id the account
     * @param role its new role
     * @throws AepsychException {@code STATE_CONFLICT} if it is the last owner; {@code NOT_FOUND_HERE} if there is none
     */
    public synchronized void setRole(long id, AdminRole role) {
        if (role != AdminRole.OWNER) {
            requireAnotherOwner(id);
        }
        access.setRole(require(id).id(), role.key(), clock.instant());
    }

    /**
     * Removes an account with its sessions and tokens.
     *
     * @param id the account
     * @throws AepsychException {@code STATE_CONFLICT} if it is the last owner; {@code NOT_FOUND_HERE} if there is none
     */
    public synchronized void remove(long id) {
        requireAnotherOwner(id);
        access.remove(require(id).id());
    }

    /**
     * Draws the secret of a new authenticator; nothing is changed yet.
     *
     * @return base32, to be typed or scanned
     */
    public String drawAuthenticator() {
        return OneTimeCode.text(secrets.draw(AUTHENTICATOR_BYTES));
    }

    /**
     * Makes log-ins ask for a code, once the authenticator has proved that it works.
     *
     * @param id the account
     * @param secret from {@link #drawAuthenticator}
     * @param code what the authenticator shows
     * @throws AepsychException {@code INPUT_INVALID} if the code is not right
     */
    public void useAuthenticator(long id, String secret, String code) {
        if (!secret.matches("[A-Z2-7]{32}") || !OneTimeCode.matches(secret, code, clock.instant())) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "code: expected the six digits that the authenticator shows now; check the phone's clock");
        }
        authenticators.set(id, secret);
    }

    /**
     * Lets log-ins do without a code again.
     *
     * @param id the account
     */
    public void dropAuthenticator(long id) {
        authenticators.drop(id);
    }

    static AdminRole role(String key) {
        return AdminRole.of(key).orElse(AdminRole.VIEWER);
    }

    private boolean open(Pass pass) {
        return pass.expires().isAfter(clock.instant());
    }

    private Member require(long id) {
        return list().stream()
                .filter(member -> member.id() == id)
                .findFirst()
                .orElseThrow(
                        () -> new AepsychException(StandardError.NOT_FOUND_HERE, "There is no account " + id + "."));
    }

    private void requireAnotherOwner(long id) {
        boolean another = list().stream().anyMatch(member -> member.id() != id && member.role() == AdminRole.OWNER);
        if (require(id).role() == AdminRole.OWNER && !another) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT, "This is the last owner; make somebody else an owner first.");
        }
    }

    private static AepsychException spent() {
        return new AepsychException(
                StandardError.NOT_ALLOWED,
                "This invitation has been used, withdrawn, or is too old; ask for a new one.");
    }
}
