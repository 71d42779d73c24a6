package org.aepsych.core.game.view;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Person;
import org.aepsych.core.game.decision.RoundPolicy;
import org.aepsych.core.game.event.GameEvent.LotteryDrawn;
import org.aepsych.core.game.lottery.Commitment;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.state.Absence;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Notes;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.game.state.Seat;
import org.aepsych.core.game.view.GameAdminView.AdminParticipant;
import org.aepsych.core.game.view.GameAdminView.RoundOverview;

/** What experimenters see of a state. */
public final class AdminViews {
    private AdminViews() {}

    static RoundClock clock(GameState state, Instant now) {
        return new RoundClock(
                state.round(),
                state.rounds(),
                state.progress().start(),
                RoundPolicy.began(state),
                RoundPolicy.graceEnds(state),
                RoundPolicy.deadline(state),
                state.progress().paused(),
                now);
    }

    /**
     * Shows what lists show.
     *
     * @param id of the experiment
     * @param stream its log
     * @param state as it is
     * @param now for countdowns
     * @return a few words
     */
    public static GameSummary summary(ExperimentId id, StreamId stream, GameState state, Instant now) {
        return new GameSummary(
                id,
                stream,
                state.definition().name(),
                state.phase(),
                clock(state, now),
                state.players().size(),
                state.progress().selfRegistration());
    }

    /**
     * Shows everything.
     *
     * @param summary what lists show
     * @param state as it is
     * @param persons who the participants are, as far as that is known
     * @return all that an experimenter may see
     */
    public static GameAdminView full(GameSummary summary, GameState state, List<Person> persons) {
        Map<ParticipantId, String> identifiers = new HashMap<>();
        persons.forEach(person -> identifiers.put(person.id(), person.identifier()));
        List<AdminParticipant> participants = state.players().stream()
                .map(player -> participant(player, state, Optional.ofNullable(identifiers.get(player.id()))))
                .toList();
        long lobby = state.players().stream()
                .filter(player -> player.seat().isEmpty())
                .count();
        return new GameAdminView(
                summary,
                state.definition(),
                state.open().attendance(),
                (int) lobby,
                participants,
                state.closed().stream()
                        .map(closed -> new RoundOverview(closed.round(), closed.averages()))
                        .toList(),
                state.tally().total(),
                state.winners(),
                state.notes().sent().values().stream().map(AdminViews::note).toList());
    }

    /**
     * Shows a note, and who has put it away.
     *
     * @param note from the state
     * @return participants in the order of their numbers
     */
    public static SentNote note(Notes.Note note) {
        return new SentNote(
                note.number(),
                note.at(),
                note.text(),
                note.to().stream().sorted().toList(),
                note.dismissed().keySet().stream().sorted().toList());
    }

    private static AdminParticipant participant(Player player, GameState state, Optional<String> identifier) {
        return new AdminParticipant(
                player.id(),
                identifier,
                player.enabled(),
                player.questions().inOrder(),
                player.selfRegistered(),
                player.seat().map(Seat::role),
                player.seat().map(Seat::joined),
                state.open().played(player.id()).size(),
                player.payoff(),
                player.tickets(),
                player.score(),
                state.winners().stream()
                        .filter(winner -> winner.participant().equals(player.id()))
                        .map(Winner::prize)
                        .findFirst(),
                player.absence().filter(Absence::lasts));
    }

    /**
     * Shows what the lottery is bound to, and how it was drawn.
     *
     * @param experiment which
     * @param state as it is
     * @return what anybody may check; the secret only once it is drawn
     */
    public static PublishedDraw draw(ExperimentId experiment, GameState state) {
        Optional<LotteryDrawn> drawn = state.lottery().drawn();
        Optional<Commitment> bound = state.lottery().commitment();
        Optional<Commitment> open = bound.filter(commitment -> drawn.isPresent());
        DrawMethod method = drawn.map(LotteryDrawn::method)
                .orElse(
                        bound.isPresent()
                                ? DrawMethod.COMMITTED
                                : state.definition().prize().draw());
        return new PublishedDraw(
                experiment,
                method,
                bound.map(Commitment::hash),
                open.map(Commitment::secret),
                open.map(Commitment::words).orElseGet(TreeMap::new),
                drawn.filter(draw -> draw.method() != DrawMethod.ELSEWHERE).map(LotteryDrawn::seed),
                drawn.map(LotteryDrawn::wanted).orElse(0),
                state.tally().total(),
                state.tally().shares(),
                state.winners());
    }
}
