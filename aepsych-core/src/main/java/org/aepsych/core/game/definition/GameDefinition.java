package org.aepsych.core.game.definition;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.game.Game;
import org.aepsych.core.game.tree.GameTree;

/**
 * A game experiment as its experimenter defined it; fixed once it is set up.
 *
 * @param id the public name that was asked for, if any
 * @param name shown to experimenters, empty if none was given
 * @param description shown to experimenters, empty if none was given
 * @param schedule when rounds begin and end
 * @param admission who may come in
 * @param display what participants are shown
 * @param prize what can be won
 * @param payoff how rounds are settled
 * @param games what is played in every round, at least one; numbered from 1
 * @param questionnaire what participants are asked before they join
 * @param prior what is shown as if it had been played before the first round
 * @param correspondence how participants and experimenters write to each other
 * @param silence what happens to participants who give no sign of life any more
 * @param trees the games that are played move by move, by id; their strategic forms are among the games
 * @param texts the experimenter's own texts in other languages
 */
public record GameDefinition(
        Optional<ExperimentId> id,
        Optional<String> name,
        Optional<String> description,
        Schedule schedule,
        Admission admission,
        Display display,
        Prize prize,
        PayoffChoice payoff,
        List<Game> games,
        Questionnaire questionnaire,
        PriorHistory prior,
        Correspondence correspondence,
        Silence silence,
        SortedMap<Integer, GameTree> trees,
        OwnTexts texts) {

    private static final String COPY = "Copy of ";

    /** Copies the games and checks their numbers. */
    public GameDefinition {
        games = List.copyOf(games);
        trees = Collections.unmodifiableSortedMap(new TreeMap<>(trees));
        if (games.isEmpty()) {
            throw new IllegalArgumentException("an experiment has at least one game");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < games.size(); i++) {
            if (games.get(i).id() != i + 1 || !names.add(games.get(i).name())) {
                throw new IllegalArgumentException("games are numbered from 1 and have different names: " + games);
            }
        }
        int roles = games.get(0).roles();
        if (games.stream().anyMatch(game -> game.roles() != roles)) {
            throw new IllegalArgumentException("all games have as many roles: " + games);
        }
        if (!silence.rules().isEmpty() && silence.rules().size() != roles) {
            throw new IllegalArgumentException("silence has a rule for each of " + roles + " roles: " + silence);
        }
    }

    /**
     * A definition in one language.
     *
     * @param id the public name that was asked for, if any
     * @param name shown to experimenters, empty if none was given
     * @param description shown to experimenters, empty if none was given
     * @param schedule when rounds begin and end
     * @param admission who may come in
     * @param display what participants are shown
     * @param prize what can be won
     * @param payoff how rounds are settled
     * @param games what is played in every round
     * @param questionnaire what participants are asked before they join
     * @param prior what is shown as if it had been played before the first round
     * @param correspondence how participants and experimenters write to each other
     * @param silence what happens to participants who give no sign of life any more
     * @param trees the games that are played move by move, by id
     */
    public GameDefinition(
            Optional<ExperimentId> id,
            Optional<String> name,
            Optional<String> description,
            Schedule schedule,
            Admission admission,
            Display display,
            Prize prize,
            PayoffChoice payoff,
            List<Game> games,
            Questionnaire questionnaire,
            PriorHistory prior,
            Correspondence correspondence,
            Silence silence,
            SortedMap<Integer, GameTree> trees) {
        this(
                id,
                name,
                description,
                schedule,
                admission,
                display,
                prize,
                payoff,
                games,
                questionnaire,
                prior,
                correspondence,
                silence,
                trees,
                OwnTexts.NONE);
    }

    /**
     * A definition without questions, history and mails.
     *
     * @param id the public name that was asked for, if any
     * @param name shown to experimenters, empty if none was given
     * @param description shown to experimenters, empty if none was given
     * @param schedule when rounds begin and end
     * @param admission who may come in
     * @param display what participants are shown
     * @param prize what can be won
     * @param payoff how rounds are settled
     * @param games what is played in every round
     */
    public GameDefinition(
            Optional<ExperimentId> id,
            Optional<String> name,
            Optional<String> description,
            Schedule schedule,
            Admission admission,
            Display display,
            Prize prize,
            PayoffChoice payoff,
            List<Game> games) {
        this(
                id,
                name,
                description,
                schedule,
                admission,
                display,
                prize,
                payoff,
                games,
                Questionnaire.NONE,
                PriorHistory.NONE,
                Correspondence.NONE,
                Silence.NONE,
                new TreeMap<>());
    }

    /**
     * A definition in which everybody is waited for.
     *
     * @param id the public name that was asked for, if any
     * @param name shown to experimenters, empty if none was given
     * @param description shown to experimenters, empty if none was given
     * @param schedule when rounds begin and end
     * @param admission who may come in
     * @param display what participants are shown
     * @param prize what can be won
     * @param payoff how rounds are settled
     * @param games what is played in every round
     * @param questionnaire what participants are asked before they join
     * @param prior what is shown as if it had been played before the first round
     * @param correspondence how participants and experimenters write to each other
     */
    public GameDefinition(
            Optional<ExperimentId> id,
            Optional<String> name,
            Optional<String> description,
            Schedule schedule,
            Admission admission,
            Display display,
            Prize prize,
            PayoffChoice payoff,
            List<Game> games,
            Questionnaire questionnaire,
            PriorHistory prior,
            Correspondence correspondence) {
        this(
                id,
                name,
                description,
                schedule,
                admission,
                display,
                prize,
                payoff,
                games,
                questionnaire,
                prior,
                correspondence,
                Silence.NONE,
                new TreeMap<>());
    }

    /**
     * Returns how many roles each game has.
     *
     * @return from 2
     */
    public int roles() {
        return games.get(0).roles();
    }

    /**
     * Finds a game.
     *
     * @param game its number
     * @return the game, or empty if there is none
     */
    public Optional<Game> game(int game) {
        return game < 1 || game > games.size() ? Optional.empty() : Optional.of(games.get(game - 1));
    }

    /**
     * Finds the tree of a game.
     *
     * @param game its number
     * @return empty if it is played in strategic form
     */
    public Optional<GameTree> tree(int game) {
        return Optional.ofNullable(trees.get(game));
    }

    /**
     * Returns this definition for another experiment, which gets an id of its own.
     *
     * @return the same without an id
     */
    public GameDefinition copy() {
        return new GameDefinition(
                Optional.empty(),
                name.map(text -> text.startsWith(COPY) ? text : COPY + text),
                description,
                schedule,
                admission,
                display,
                prize,
                payoff,
                games,
                questionnaire,
                prior,
                correspondence,
                silence,
                trees,
                texts);
    }

    /**
     * Returns this definition as a reader of a language is to see it.
     *
     * @param language tag of the reader's language
     * @return the same, with the texts that there are in that language
     */
    public GameDefinition in(String language) {
        OwnTexts.Translation own = texts.in(language);
        return new GameDefinition(
                id,
                own.name().isEmpty() ? name : Optional.of(own.name()),
                description,
                schedule,
                admission,
                own.instructions().isEmpty() ? display : display.saying(own.instructions()),
                own.lottery().isEmpty() ? prize : new Prize(own.lottery(), prize.winners(), prize.draw()),
                payoff,
                games,
                own.consent().isEmpty() ? questionnaire : questionnaire.agreeing(own.consent()),
                prior,
                correspondence,
                silence,
                trees,
                texts);
    }

    /**
     * Writes the definition as an experiment file; reading it gives an equal definition.
     *
     * @return INI text
     */
    public String toIni() {
        return DefinitionWriter.write(this);
    }
}
