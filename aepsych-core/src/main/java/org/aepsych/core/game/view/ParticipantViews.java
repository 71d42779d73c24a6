package org.aepsych.core.game.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.Question;
import org.aepsych.core.game.lottery.Tally;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.state.ClosedRound;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Notes;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.game.state.Progress;
import org.aepsych.core.game.state.Seat;
import org.aepsych.core.game.view.ParticipantView.Cell;
import org.aepsych.core.game.view.ParticipantView.GameHistory;
import org.aepsych.core.game.view.ParticipantView.OwnGame;
import org.aepsych.core.game.view.ParticipantView.PriorRound;
import org.aepsych.core.game.view.ParticipantView.Result;
import org.aepsych.core.game.view.ParticipantView.RoundHistory;
import org.aepsych.core.game.view.ParticipantView.SideAverages;

/** What one participant may see of a state. */
public final class ParticipantViews {
    private final GameState state;
    private final GameDefinition definition;
    private final Player player;

    /**
     * Looks through the eyes of one participant.
     *
     * @param state as it is
     * @param player who, in this state
     */
    public ParticipantViews(GameState state, Player player) {
        this(state, player, state.definition());
    }

    private ParticipantViews(GameState state, Player player, GameDefinition definition) {
        this.state = state;
        this.definition = definition;
        this.player = player;
    }

    /**
     * Returns the same in a language, as far as the experimenter's own texts are.
     *
     * @param language its tag, such as {@code fr}
     * @return other views of the same state
     */
    public ParticipantViews in(String language) {
        return new ParticipantViews(state, player, definition.in(language));
    }

    /**
     * Shows what the participant may see.
     *
     * @param experiment which
     * @param now for countdowns
     * @return the view
     */
    public ParticipantView view(ExperimentId experiment, Instant now) {
        Optional<Role> role = player.seat().map(Seat::role);
        return new ParticipantView(
                experiment,
                player.id(),
                state.phase(),
                AdminViews.clock(state, now),
                player.enabled(),
                role,
                player.seat().map(Seat::joined),
                definition.schedule().playRounds(),
                definition.display(),
                definition.prize().lottery(),
                player.rseed(),
                order(definition.games().size()).stream()
                        .map(index -> definition.games().get(index).id())
                        .toList(),
                role.map(this::games).orElse(List.of()),
                player.seat().map(this::history).orElse(List.of()),
                role.map(this::prior).orElse(List.of()),
                new QuestionnaireView(
                        definition.questionnaire().size(),
                        player.questions().inOrder(),
                        definition.questionnaire().own().stream()
                                .map(Question::text)
                                .toList(),
                        definition.questionnaire().consent()),
                player.payoff(),
                player.tickets(),
                player.score()
                        .map(score -> new Result(
                                score,
                                state.tally().total(),
                                state.winners().stream().map(Winner::ticket).toList(),
                                state.winners().stream()
                                        .filter(winner -> winner.participant().equals(player.id()))
                                        .findFirst())),
                player.absence(),
                state.notes().openFor(player.id()).stream()
                        .map(note -> new OpenNote(note.number(), note.at(), note.text()))
                        .toList());
    }

    /**
     * Shows everything a view is made of and that can change; what was settled or drawn never does.
     *
     * @param state as it is
     * @param player who, in this state
     * @return a glance, which does not grow with the rounds
     */
    public static Glance glance(GameState state, Player player) {
        Progress progress = state.progress();
        int played = state.open().played(player.id()).size();
        String mark = Stream.of(
                        player.id(),
                        progress.phase(),
                        progress.start(),
                        progress.round(),
                        progress.began(),
                        progress.paused(),
                        player.enabled(),
                        player.version(),
                        player.seat(),
                        player.questions().inOrder(),
                        player.absence(),
                        played,
                        state.closed().size(),
                        state.winners().size(),
                        state.notes().openFor(player.id()).stream()
                                .map(Notes.Note::number)
                                .toList())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        return new Glance(
                progress.phase(),
                progress.round(),
                state.rounds(),
                player.seat().isEmpty(),
                player.version(),
                played,
                mark);
    }

    /**
     * Shows what the participant may see, also as rows and columns.
     *
     * @param experiment which
     * @param identifier what they call themselves; empty if that was erased
     * @param now for countdowns
     * @return the view
     */
    public CanonicalView canonical(ExperimentId experiment, Optional<String> identifier, Instant now) {
        return new CanonicalView(
                view(experiment, now),
                identifier,
                player.selfRegistered(),
                player.version(),
                state.progress().selfRegistration(),
                state.progress().began(),
                definition.display().history()
                        ? state.closed().stream().map(ClosedRound::averages).toList()
                        : List.of());
    }

    private List<Integer> order(int size) {
        return definition.display().shuffled()
                ? DisplayOrder.shuffled(size, player.rseed())
                : DisplayOrder.inOrder(size);
    }

    private List<OwnGame> games(Role role) {
        return definition.games().stream().map(game -> own(game, role)).toList();
    }

    private OwnGame own(Game game, Role role) {
        List<Role> others = others(game, role);
        int combinations = others.stream().mapToInt(game::actions).reduce(1, Math::multiplyExact);
        List<List<Cell>> cells = new ArrayList<>();
        for (int own = 0; own < game.actions(role); own++) {
            List<Cell> line = new ArrayList<>(combinations);
            for (int combination = 0; combination < combinations; combination++) {
                int[] profile = profile(game, role, own, combination);
                line.add(new Cell(
                        game.payoff(role, profile),
                        others.stream()
                                .map(other -> game.payoff(other, profile))
                                .toList()));
            }
            cells.add(line);
        }
        return new OwnGame(
                game.id(),
                cells,
                order(game.actions(role)),
                others.stream().map(other -> order(game.actions(other))).toList(),
                Optional.ofNullable(state.open().played(player.id()).get(game.id())),
                definition.tree(game.id()));
    }

    private static List<Role> others(Game game, Role role) {
        return IntStream.range(0, game.roles())
                .filter(number -> number != role.number())
                .mapToObj(Role::new)
                .toList();
    }

    /** Numbers the others' combinations like a game's cells: the first role's action slowest. */
    private static int[] profile(Game game, Role role, int own, int combination) {
        int[] profile = new int[game.roles()];
        int rest = combination;
        for (int number = profile.length - 1; number >= 0; number--) {
            if (number == role.number()) {
                profile[number] = own;
            } else {
                profile[number] = rest % game.actions().get(number);
                rest /= game.actions().get(number);
            }
        }
        return profile;
    }

    private List<RoundHistory> history(Seat seat) {
        List<RoundHistory> history = new ArrayList<>(state.closed().size());
        Rational aggregate = Rational.ZERO;
        for (ClosedRound closed : state.closed()) {
            Rational earned = closed.earned(player.id());
            aggregate = aggregate.plus(earned);
            history.add(new RoundHistory(
                    closed.round(),
                    definition.schedule().covers(seat.joined(), closed.round()),
                    closed.averages().stream()
                            .map(average -> game(closed, average, seat.role()))
                            .toList(),
                    earned,
                    aggregate,
                    Tally.tickets(aggregate)));
        }
        return history;
    }

    private GameHistory game(ClosedRound closed, GameAverage average, Role role) {
        Optional<SideAverages> shown =
                definition.display().history() ? Optional.of(sides(average, role)) : Optional.empty();
        return new GameHistory(
                average.game(),
                closed.played(player.id(), average.game()),
                closed.payoff(player.id(), average.game()),
                shown);
    }

    private List<PriorRound> prior(Role role) {
        return definition.display().history()
                ? definition.prior().rounds().stream()
                        .map(round -> new PriorRound(round.stream()
                                .map(average -> sides(average, role))
                                .toList()))
                        .toList()
                : List.of();
    }

    private static SideAverages sides(GameAverage average, Role role) {
        List<List<Rational>> others = new ArrayList<>(average.roles());
        List<Rational> own = others.remove(role.number());
        return new SideAverages(own, others, average.skipped());
    }
}
