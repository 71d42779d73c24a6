package org.aepsych.web.rest;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.account.Presence;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.participation.ParticipantAccess;
import org.aepsych.core.game.participation.ParticipantAccess.Invited;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.GameAdminView.AdminParticipant;
import org.aepsych.core.game.view.SentNote;
import org.aepsych.core.mail.MailDesk;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Json;
import org.jspecify.annotations.Nullable;

/** Lets programs say who takes part in game experiments, and how they come in. */
final class ParticipantsResource {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final GameExperiments games;
    private final GameConduct conduct;
    private final GameParticipation participation;
    private final ParticipantAccess access;
    private final MailDesk mails;
    private final Presence presence;
    private final Visitors visitors;
    private final RestGate gate;
    private final Json json;

    @Inject
    ParticipantsResource(
            GameExperiments games,
            GameConduct conduct,
            GameParticipation participation,
            ParticipantAccess access,
            MailDesk mails,
            Presence presence,
            Visitors visitors,
            RestGate gate,
            Json json) {
        this.games = games;
        this.conduct = conduct;
        this.participation = participation;
        this.access = access;
        this.mails = mails;
        this.presence = presence;
        this.visitors = visitors;
        this.gate = gate;
        this.json = json;
    }

    /**
     * Addresses of people to be invited.
     *
     * @param text a list as it is pasted, or a CSV file
     */
    record Addressees(@Nullable String text) {}

    /**
     * What became of a list.
     *
     * @param added new participants
     * @param known addresses of participants who were there before
     * @param refused what looked like an address and is none
     */
    record Imported(List<Named> added, List<String> known, List<String> refused) {}

    /**
     * A participant by number and name.
     *
     * @param participant pseudonymous id
     * @param identifier address or self-chosen name
     */
    record Named(long participant, String identifier) {
        static Named of(Invited one) {
            return new Named(one.id().value(), one.identifier());
        }
    }

    /**
     * Some participants.
     *
     * @param participants their numbers; absent for everybody
     */
    record Chosen(@Nullable List<Long> participants) {}

    /**
     * Mails to write.
     *
     * @param what {@code link} or {@code password}
     * @param participants to whom, by number; absent for everybody
     */
    record NewMails(@Nullable String what, @Nullable List<Long> participants) {}

    /**
     * Mails that were written.
     *
     * @param written how many
     * @param unreachable participants whose name is no e-mail address
     */
    record Mailed(int written, List<String> unreachable) {}

    /**
     * A participant's new secret, which is told only now.
     *
     * @param participant pseudonymous id
     * @param identifier address or self-chosen name
     * @param link lets them in once; absent for a password
     * @param password with which they come back; absent for a link
     */
    record Secret(long participant, String identifier, Optional<String> link, Optional<String> password) {
        /** Returns the number only. */
        @Override
        public String toString() {
            return "Secret[" + participant + "]";
        }
    }

    void list(Context context) {
        gate.show(context, (exchange, holder) -> {
            GameAdminView view = games.adminView(Inputs.experiment(exchange));
            Map<ParticipantId, Instant> seen = presence.of(view.summary().stream());
            json.send(
                    exchange,
                    OK,
                    view.participants().stream()
                            .map(one -> GameDocuments.Participant.of(one, Optional.ofNullable(seen.get(one.id()))))
                            .toList());
        });
    }

    void enroll(Context context) {
        gate.change(context, (exchange, holder) -> {
            GameDocuments.NewParticipant wanted = json.read(exchange, GameDocuments.NewParticipant.class);
            ParticipantId id = participation
                    .enroll(
                            Inputs.experiment(exchange),
                            Objects.requireNonNullElse(wanted.identifier(), ""),
                            Optional.ofNullable(wanted.password()))
                    .participant();
            json.send(exchange, CREATED, new GameDocuments.Enrolled(id.value()));
        });
    }

    void add(Context context) {
        gate.change(context, (exchange, holder) -> {
            String text = Objects.requireNonNullElse(
                    json.read(exchange, Addressees.class).text(), "");
            ParticipantAccess.Added added = access.add(Inputs.experiment(exchange), text);
            json.send(
                    exchange,
                    OK,
                    new Imported(added.added().stream().map(Named::of).toList(), added.known(), added.refused()));
        });
    }

    void links(Context context) {
        gate.change(context, (exchange, holder) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            String begin = visitors.base(exchange) + Addresses.experiment(experiment) + "/in?key=";
            json.send(
                    exchange,
                    OK,
                    access.links(experiment, chosen(exchange, experiment)).stream()
                            .map(one -> new Secret(
                                    one.who().id().value(),
                                    one.who().identifier(),
                                    Optional.of(begin + one.secret()),
                                    Optional.empty()))
                            .toList());
        });
    }

    void passwords(Context context) {
        gate.change(context, (exchange, holder) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            json.send(
                    exchange,
                    OK,
                    access.resetPasswords(experiment, chosen(exchange, experiment)).stream()
                            .map(one -> new Secret(
                                    one.who().id().value(),
                                    one.who().identifier(),
                                    Optional.empty(),
                                    Optional.of(one.secret())))
                            .toList());
        });
    }

    void mails(Context context) {
        gate.change(context, (exchange, holder) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            NewMails wanted = json.read(exchange, NewMails.class);
            List<ParticipantId> to = numbered(experiment, wanted.participants());
            MailDesk.Sent sent = switch (Objects.requireNonNullElse(wanted.what(), "")) {
                case "link" -> mails.links(experiment, to, visitors.base(exchange));
                case "password" -> mails.passwords(experiment, to, visitors.base(exchange));
                default ->
                    throw new AepsychException(
                            StandardError.INPUT_INVALID,
                            "what: expected link or password, but found \"" + wanted.what() + "\"");
            };
            json.send(exchange, OK, new Mailed(sent.written(), sent.unreachable()));
        });
    }

    void disable(Context context) {
        change(context, conduct::disable);
    }

    void enable(Context context) {
        change(context, conduct::enable);
    }

    void release(Context context) {
        change(context, conduct::release);
    }

    void erase(Context context) {
        change(context, (experiment, participant) -> {
            Confirmed.require(experiment, Inputs.query(context, "confirm"));
            access.erase(experiment, participant);
        });
    }

    void notes(Context context) {
        gate.show(
                context,
                (exchange, holder) -> json.send(
                        exchange,
                        OK,
                        games.adminView(Inputs.experiment(exchange)).notes().stream()
                                .map(GameDocuments.Note::of)
                                .toList()));
    }

    void write(Context context) {
        gate.change(context, (exchange, holder) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            GameDocuments.NewNote wanted = json.read(exchange, GameDocuments.NewNote.class);
            String text = Objects.requireNonNullElse(wanted.text(), "");
            List<Long> numbers = wanted.participants();
            SentNote sent = numbers == null
                    ? conduct.writeToAll(experiment, text)
                    : conduct.write(
                            experiment, numbers.stream().map(ParticipantId::new).toList(), text);
            json.send(exchange, CREATED, GameDocuments.Note.of(sent));
        });
    }

    private void change(Context context, BiConsumer<ExperimentId, ParticipantId> step) {
        gate.change(context, (exchange, holder) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            ParticipantId participant = new ParticipantId(Inputs.id(exchange, "participant"));
            step.accept(experiment, participant);
            AdminParticipant now = games.adminView(experiment).participants().stream()
                    .filter(one -> one.id().equals(participant))
                    .findFirst()
                    .orElseThrow();
            Instant seen = presence.of(games.stream(experiment)).get(participant);
            json.send(exchange, OK, GameDocuments.Participant.of(now, Optional.ofNullable(seen)));
        });
    }

    private Collection<ParticipantId> chosen(Context context, ExperimentId experiment) {
        return numbered(experiment, json.read(context, Chosen.class).participants());
    }

    private List<ParticipantId> numbered(ExperimentId experiment, @Nullable List<Long> numbers) {
        return numbers == null
                ? access.everybody(experiment).stream().map(Invited::id).toList()
                : numbers.stream().map(ParticipantId::new).toList();
    }
}
