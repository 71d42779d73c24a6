package org.aepsych.core.game.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.payoff.RoundResult;
import org.aepsych.api.payoff.RoundResult.Place;
import org.aepsych.api.payoff.RoundResult.PlayerPlays;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.event.GameEvent.ExperimentWiped;
import org.aepsych.core.game.event.GameEvent.LinkIssued;
import org.aepsych.core.game.event.GameEvent.LinkRedeemed;
import org.aepsych.core.game.event.GameEvent.LotteryDrawn;
import org.aepsych.core.game.lottery.Share;
import org.aepsych.core.game.lottery.Tally;
import org.aepsych.core.game.lottery.Winner;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * A game experiment as its log tells it. Immutable, so that views can be made of it on any thread while the lane goes
 * on; its collections share what does not change, so that a play costs little however many there were before.
 */
public final class GameState {
    /** Before the first event. */
    public static final GameState EMPTY = new GameState(
            Optional.empty(),
            Progress.fresh(false),
            TreePMap.empty(),
            OpenRound.NONE,
            TreePVector.empty(),
            new Tally(List.of(), 0),
            Lottery.OPEN,
            Roll.EMPTY,
            Notes.NONE);

    private final Optional<GameDefinition> definition;
    private final Progress progress;
    private final TreePMap<ParticipantId, Player> players;
    private final OpenRound open;
    private final PVector<ClosedRound> closed;
    private final Tally tally;
    private final Lottery lottery;
    private final Roll roll;
    private final Notes notes;

    private GameState(
            Optional<GameDefinition> definition,
            Progress progress,
            TreePMap<ParticipantId, Player> players,
            OpenRound open,
            PVector<ClosedRound> closed,
            Tally tally,
            Lottery lottery,
            Roll roll,
            Notes notes) {
        this.definition = definition;
        this.progress = progress;
        this.players = players;
        this.open = open;
        this.closed = closed;
        this.tally = tally;
        this.lottery = lottery;
        this.roll = roll;
        this.notes = notes;
    }

    /**
     * Returns what the state is after an event.
     *
     * @param event what happened
     * @param at when
     * @return the state after it; this one does not change
     * @throws AepsychException {@code LOG_TAMPERED} if the event speaks of what was never recorded
     */
    public GameState after(GameEvent event, Instant at) {
        return event.accept(new Application(this, at));
    }

    /**
     * Returns what the experiment was defined to be; this never changes.
     *
     * @return its definition
     * @throws AepsychException {@code LOG_TAMPERED} if the log does not begin with it
     */
    public GameDefinition definition() {
        return definition.orElseThrow(() -> new AepsychException(
                StandardError.LOG_TAMPERED, "the log of the experiment does not begin with its definition"));
    }

    /**
     * Returns how far the experiment is.
     *
     * @return its phase and round, and since when
     */
    public Progress progress() {
        return progress;
    }

    /**
     * Returns the phase.
     *
     * @return as in {@link #progress}
     */
    public GamePhase phase() {
        return progress.phase();
    }

    /**
     * Returns the current round.
     *
     * @return from 0; −1 before the first, the number of rounds after the last
     */
    public int round() {
        return progress.round();
    }

    /**
     * Returns how many rounds there are.
     *
     * @return at least 1
     */
    public int rounds() {
        return definition().schedule().rounds();
    }

    /** Tells whether it matters who is silent. */
    boolean watchesSilence() {
        return !definition().silence().rules().isEmpty();
    }

    /**
     * Tells whether a round is being played, or would be if it were not for a pause.
     *
     * @return false before the first round and after the last
     */
    public boolean running() {
        return phase() == GamePhase.STARTED && round() >= 0 && round() < rounds();
    }

    /**
     * Returns everybody who has registered.
     *
     * @return in the order of their numbers
     */
    public Collection<Player> players() {
        return players.values();
    }

    /**
     * Finds a participant.
     *
     * @param id who
     * @return empty if nobody has registered under that number
     */
    public Optional<Player> player(ParticipantId id) {
        return Optional.ofNullable(players.get(id));
    }

    /**
     * Returns a participant whom somebody names.
     *
     * @param id who
     * @return what is known of them
     * @throws AepsychException {@code PARTICIPANT_NOT_FOUND} if there is no such participant
     */
    public Player require(ParticipantId id) {
        return player(id)
                .orElseThrow(() -> new AepsychException(
                        StandardError.PARTICIPANT_NOT_FOUND, "this experiment has no participant " + id));
    }

    /**
     * Returns a participant of whom the log speaks.
     *
     * @param id who
     * @return what is known of them
     * @throws AepsychException {@code LOG_TAMPERED} if they never registered
     */
    public Player known(ParticipantId id) {
        return known(players, id);
    }

    private static Player known(TreePMap<ParticipantId, Player> players, ParticipantId id) {
        return Optional.ofNullable(players.get(id))
                .orElseThrow(() -> new AepsychException(
                        StandardError.LOG_TAMPERED, "the log speaks of participant " + id + ", who never registered"));
    }

    /**
     * Returns the number of the next participant.
     *
     * @return one that nobody ever had, not even before a wipe
     */
    public ParticipantId nextParticipant() {
        return roll.next();
    }

    /**
     * Returns the round that is being played.
     *
     * @return with what was played so far; empty if none is
     */
    public OpenRound open() {
        return open;
    }

    /**
     * Returns the rounds that are settled.
     *
     * @return from the first on
     */
    public List<ClosedRound> closed() {
        return closed;
    }

    /**
     * Returns the count of the tickets.
     *
     * @return empty before the end of the rounds
     */
    public Tally tally() {
        return tally;
    }

    /**
     * Returns the winners.
     *
     * @return in the order of drawing; none before the draw
     */
    public List<Winner> winners() {
        return lottery.winners();
    }

    /**
     * Returns how far the lottery is.
     *
     * @return what it is bound to, and the draw
     */
    public Lottery lottery() {
        return lottery;
    }

    /**
     * Returns what a payoff rule gets to see of a round that is not settled yet.
     *
     * @param round from 0; what is played in the open round counts as played in it
     * @return games, plays and who was there
     */
    public RoundResult result(int round) {
        return result(round, open.plays());
    }

    /**
     * Returns what a payoff rule got to see of a settled round.
     *
     * @param round one of {@link #closed}
     * @return games, plays and who was there
     */
    public RoundResult result(ClosedRound round) {
        return result(round.round(), round.plays());
    }

    private RoundResult result(int round, TreePMap<ParticipantId, TreePMap<Integer, Mixture>> played) {
        List<PlayerPlays> plays = played.entrySet().stream()
                .map(entry -> new PlayerPlays(
                        entry.getKey(), seat(known(players, entry.getKey())).role(), entry.getValue()))
                .toList();
        return new RoundResult(round, definition().games(), plays, places(round));
    }

    private List<Place> places(int round) {
        List<Place> places = new ArrayList<>(players.size());
        for (Player player : players.values()) {
            player.seat()
                    .filter(seat ->
                            definition().schedule().covers(seat.joined(), round) && !player.releasedBefore(round))
                    .ifPresent(seat -> places.add(new Place(player.id(), seat.role())));
        }
        return places;
    }

    private static Seat seat(Player player) {
        return player.seat().orElseThrow(() -> new IllegalStateException(player + " played without having joined"));
    }

    /**
     * Returns everybody's tickets so far.
     *
     * @return by participant
     */
    public SortedMap<ParticipantId, Long> tickets() {
        SortedMap<ParticipantId, Long> tickets = new TreeMap<>();
        players.values().forEach(player -> tickets.put(player.id(), player.tickets()));
        return tickets;
    }

    GameState defined(GameDefinition fixed) {
        return new GameState(
                Optional.of(fixed),
                Progress.fresh(fixed.admission().selfRegistration()),
                players,
                open,
                closed,
                tally,
                lottery,
                roll,
                notes);
    }

    GameState with(Progress changed) {
        return new GameState(definition, changed, players, open, closed, tally, lottery, roll, notes);
    }

    GameState with(Player changed) {
        return new GameState(
                definition,
                progress,
                players.plus(changed.id(), changed),
                open,
                closed,
                tally,
                lottery,
                roll.with(changed.id()),
                notes);
    }

    GameState with(OpenRound changed) {
        return new GameState(definition, progress, players, changed, closed, tally, lottery, roll, notes);
    }

    /** Returns this state with everybody counted again who is there in the open round. */
    GameState counted() {
        return with(open.counted(definition(), round(), players.values()));
    }

    GameState closing(ClosedRound settled) {
        TreePMap<ParticipantId, Player> paid = players;
        for (ParticipantId id : settled.paid()) {
            paid = paid.plus(id, known(paid, id).paid(settled.earned(id)));
        }
        OpenRound next = OpenRound.begin(definition(), round(), paid.values());
        return new GameState(definition, progress, paid, next, closed.plus(settled), tally, lottery, roll, notes);
    }

    GameState finished(Tally counted) {
        TreePMap<ParticipantId, Player> scored = players;
        for (Share share : counted.shares()) {
            scored = scored.plus(
                    share.participant(), known(scored, share.participant()).scored(share.score()));
        }
        return new GameState(
                definition, progress.in(GamePhase.OVER), scored, open, closed, counted, lottery, roll, notes);
    }

    GameState drawn(LotteryDrawn draw) {
        return with(progress.in(GamePhase.DRAWN)).with(lottery.drawn(draw));
    }

    GameState with(Lottery changed) {
        return new GameState(definition, progress, players, open, closed, tally, changed, roll, notes);
    }

    /** Returns this state with somebody known to have been here. */
    GameState arrived(ParticipantId id, Instant at) {
        Player player = known(id);
        return player.arrival().isHere() ? this : with(player.arrived(Arrival.here(at)));
    }

    /**
     * Finds a link that can still be used.
     *
     * @param hash of its secret
     * @return empty if it was used or never given; it may be too old
     */
    public Optional<OpenLink> link(String hash) {
        return roll.link(hash);
    }

    GameState issued(LinkIssued event, Instant at) {
        Player invited = known(event.participant()).arrived(Arrival.invited(at));
        return with(invited).with(roll.with(event.hash(), new OpenLink(event.participant(), event.expires())));
    }

    GameState redeemed(LinkRedeemed event, Instant at) {
        return arrived(event.participant(), at).with(roll.without(event.hash()));
    }

    /**
     * Returns what the experimenter has written.
     *
     * @return all notes since the last wipe
     */
    public Notes notes() {
        return notes;
    }

    GameState with(Notes changed) {
        return new GameState(definition, progress, players, open, closed, tally, lottery, roll, changed);
    }

    private GameState with(Roll changed) {
        return new GameState(definition, progress, players, open, closed, tally, lottery, changed, notes);
    }

    GameState wiped(ExperimentWiped event) {
        TreePMap<ParticipantId, Player> left = TreePMap.empty();
        for (ExperimentWiped.Retained retained : event.retained()) {
            Player player = known(retained.participant());
            left = left.plus(
                    player.id(),
                    Player.registered(player.id(), player.selfRegistered(), retained.rseed(), Arrival.NOT_YET));
        }
        return new GameState(
                definition,
                Progress.fresh(definition().admission().selfRegistration()),
                left,
                OpenRound.NONE,
                EMPTY.closed,
                EMPTY.tally,
                Lottery.OPEN,
                roll.withoutLinks(),
                notes.wiped());
    }
}
