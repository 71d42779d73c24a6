package org.aepsych.web.admin.define;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aepsych.web.admin.gate.AdminGate;

/** Classic games to begin with, as the form has them. */
enum Gallery {
    DILEMMA("prisoners-dilemma", "Prisoner’s dilemma", "3,3  0,5", "5,0  1,1"),
    PENNIES("matching-pennies", "Matching pennies", "1,0  0,1", "0,1  1,0"),
    SEXES("battle-of-the-sexes", "Battle of the sexes", "3,2  0,0", "0,0  2,3"),
    STAG_HUNT("stag-hunt", "Stag hunt", "4,4  0,3", "3,0  3,3"),
    CHICKEN("chicken", "Chicken", "3,3  1,4", "4,1  0,0"),
    COORDINATION("coordination", "Coordination", "2,2  0,0", "0,0  1,1"),
    ROCK("rock-paper-scissors", "Rock, paper, scissors", "1,1  0,2  2,0", "2,0  1,1  0,2", "0,2  2,0  1,1"),
    TRAVELLER("travellers-dilemma", "Traveller’s dilemma", "2,2  4,0  4,0", "0,4  3,3  5,1", "0,4  1,5  4,4");

    private final String key;
    private final String title;
    private final String rows;

    Gallery(String key, String title, String... rows) {
        this.key = key;
        this.title = title;
        this.rows = String.join("\n", rows);
    }

    /** Returns the game of a name, as the form has it. */
    static Optional<String> text(String key) {
        return Arrays.stream(values())
                .filter(game -> game.key.equals(key))
                .map(Gallery::block)
                .findFirst();
    }

    static List<DefinePage.Classic> list() {
        return Arrays.stream(values())
                .map(game -> new DefinePage.Classic(game.title, AdminGate.NEW_GAME + "?game=" + game.key, game.block()))
                .toList();
    }

    private String block() {
        return title + "\n" + rows + "\n";
    }
}
