package org.aepsych.web.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.core.game.equilibrium.Equilibria;
import org.aepsych.core.game.lottery.Score;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.game.view.SentNote;
import org.jspecify.annotations.Nullable;

/** What the administrators' interface sends and receives about game experiments. Exact numbers are texts. */
final class GameDocuments {
    private GameDocuments() {}

    static List<String> texts(List<Rational> numbers) {
        return numbers.stream().map(Rational::toString).toList();
    }

    /**
     * A game experiment.
     *
     * @param experiment its id
     * @param name what it is called
     * @param phase new, started, over or drawn
     * @param round from 0; −1 before the first, {@code rounds} after the last
     * @param rounds how many
     * @param start when the first round began or begins
     * @param began when the present round began
     * @param deadline when it ends at the latest
     * @param participants how many have registered
     * @param open whether participants may register themselves now
     * @param messages length of the log
     */
    record Experiment(
            String experiment,
            Optional<String> name,
            String phase,
            int round,
            int rounds,
            Optional<Instant> start,
            Optional<Instant> began,
            Optional<Instant> deadline,
            int participants,
            boolean open,
            long messages) {
        static Experiment of(GameSummary game, long messages) {
            return new Experiment(
                    game.id().value(),
                    game.name(),
                    game.phase().name().toLowerCase(Locale.ROOT),
                    game.clock().round(),
                    game.clock().rounds(),
                    game.clock().start(),
                    game.clock().began(),
                    game.clock().deadline(),
                    game.participants(),
                    game.selfRegistration(),
                    messages);
        }
    }

    /**
     * A definition.
     *
     * @param text as a file has it
     */
    record Definition(@Nullable String text) {}

    /**
     * Whether participants may register themselves.
     *
     * @param open whether
     */
    record Door(@Nullable Boolean open) {}

    /**
     * Whether a definition can be used.
     *
     * @param valid whether it can
     * @param problems everything that is wrong with it
     */
    record Checked(boolean valid, List<String> problems) {}

    /**
     * A participant.
     *
     * @param participant pseudonymous id
     * @param identifier address or self-chosen name; absent if erased
     * @param enabled whether they may play
     * @param role row or column; absent in the lobby
     * @param joined first round; absent in the lobby
     * @param gamesPlayed in the present round
     * @param payoff earned so far
     * @param tickets that, rounded up
     * @param lastSeen when they were last heard of, as far as this server knows
     * @param silence while the rule for silent participants applies, and once they were let go
     * @param firstTicket their first ticket, from 0; absent before the end
     * @param prize place in the order of drawing, from 0; absent if nothing was won
     */
    record Participant(
            long participant,
            Optional<String> identifier,
            boolean enabled,
            Optional<String> role,
            Optional<Integer> joined,
            int gamesPlayed,
            String payoff,
            long tickets,
            Optional<Instant> lastSeen,
            Optional<Silent> silence,
            Optional<Long> firstTicket,
            Optional<Integer> prize) {
        static Participant of(GameAdminView.AdminParticipant one, Optional<Instant> seen) {
            return new Participant(
                    one.id().value(),
                    one.identifier(),
                    one.enabled(),
                    one.role().map(Role::toString),
                    one.joined(),
                    one.gamesPlayed(),
                    one.payoff().toString(),
                    one.tickets(),
                    seen,
                    one.absence()
                            .map(away -> new Silent(away.since(), away.action().key())),
                    one.score().map(Score::firstTicket),
                    one.prize());
        }
    }

    /**
     * A silence.
     *
     * @param since last sign of life, or when they were let go
     * @param action what the experiment does about it
     */
    record Silent(Instant since, String action) {}

    /**
     * What the experimenter writes.
     *
     * @param text what it says
     * @param participants to whom, by number; absent for everybody who has registered
     */
    record NewNote(@Nullable String text, @Nullable List<Long> participants) {}

    /**
     * What the experimenter wrote.
     *
     * @param note its number, from 1
     * @param sent when
     * @param text what it says
     * @param participants to whom, by number
     * @param dismissed who has put it away, by number
     */
    record Note(long note, Instant sent, String text, List<Long> participants, List<Long> dismissed) {
        static Note of(SentNote note) {
            return new Note(note.number(), note.at(), note.text(), numbers(note.to()), numbers(note.dismissed()));
        }

        private static List<Long> numbers(List<ParticipantId> participants) {
            return participants.stream().map(ParticipantId::value).toList();
        }
    }

    /**
     * Somebody whom the experimenter enters.
     *
     * @param identifier address or name
     * @param password to come in with; drawn if absent
     */
    record NewParticipant(
            @Nullable String identifier, @Nullable String password) {
        /** Hides the password. */
        @Override
        public String toString() {
            return "NewParticipant";
        }
    }

    /**
     * Somebody was entered.
     *
     * @param participant pseudonymous id
     */
    record Enrolled(long participant) {}

    /**
     * What to draw.
     *
     * @param winners how many
     * @param seed any whole number
     */
    record Draw(int winners, long seed) {}

    /**
     * A winner.
     *
     * @param prize place in the order of drawing, from 0
     * @param ticket the winning ticket, from 0
     * @param participant whose
     */
    record WinnerLine(int prize, long ticket, long participant) {
        static WinnerLine of(Winner winner) {
            return new WinnerLine(
                    winner.prize(), winner.ticket(), winner.participant().value());
        }
    }

    /**
     * What was played in a game in a finished round.
     *
     * @param round from 0
     * @param game its id
     * @param averages average weight of each action, by role
     * @param skipped whether a role had nobody who counts
     * @param plays how many participants count
     */
    record RoundLine(int round, int game, List<List<String>> averages, boolean skipped, int plays) {
        static RoundLine of(int round, GameAverage average) {
            return new RoundLine(
                    round,
                    average.game(),
                    average.roles().stream().map(GameDocuments::texts).toList(),
                    average.skipped(),
                    average.plays());
        }
    }

    /**
     * The equilibria of a game.
     *
     * @param game its id
     * @param name what it is called
     * @param computed false if the game has too many actions or roles
     * @param degenerate whether some mixture has more best replies than it mixes actions
     * @param equilibria the extreme ones
     * @param components maximal sets that can be exchanged for each other
     */
    record GameEquilibria(
            int game,
            String name,
            boolean computed,
            boolean degenerate,
            List<OneEquilibrium> equilibria,
            List<Component> components) {
        static GameEquilibria of(Game game, Optional<Equilibria> found) {
            return new GameEquilibria(
                    game.id(),
                    game.name(),
                    found.isPresent(),
                    found.map(Equilibria::degenerate).orElse(false),
                    found.map(Equilibria::extreme).orElse(List.of()).stream()
                            .map(one -> new OneEquilibrium(
                                    texts(one.row().weights()),
                                    texts(one.column().weights()),
                                    List.of(
                                            one.rowPayoff().toString(),
                                            one.columnPayoff().toString())))
                            .toList(),
                    found.map(Equilibria::components).orElse(List.of()).stream()
                            .map(part -> new Component(mixtures(part.rows()), mixtures(part.columns())))
                            .toList());
        }

        private static List<List<String>> mixtures(List<Mixture> mixtures) {
            return mixtures.stream().map(mixture -> texts(mixture.weights())).toList();
        }
    }

    /**
     * An equilibrium.
     *
     * @param rows weights of the row players' actions
     * @param columns weights of the column players' actions
     * @param payoffs what both earn
     */
    record OneEquilibrium(List<String> rows, List<String> columns, List<String> payoffs) {}

    /**
     * A component.
     *
     * @param rows extreme mixtures of the row players
     * @param columns extreme mixtures of the column players
     */
    record Component(List<List<String>> rows, List<List<String>> columns) {}

    /**
     * A message of a log.
     *
     * @param sequence from 1
     * @param timestamp when it happened
     * @param type such as play
     * @param version of the shape of its contents
     * @param contents the message itself
     * @param hash proves the log up to it
     */
    record Message(long sequence, Instant timestamp, String type, int version, Object contents, String hash) {}
}
