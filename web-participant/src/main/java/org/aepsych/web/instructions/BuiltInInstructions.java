package org.aepsych.web.instructions;

import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.definition.InstructionKind;
import org.aepsych.core.game.definition.Schedule;

/** The instructions that the program brings along, in HTML. They follow what the experiment was defined to be. */
final class BuiltInInstructions {
    private static final String CHOOSING = """
            <h2>How you choose</h2>
            <p>A game is a table. You choose one of its rows, and somebody on the other side chooses one of its columns.
            Where the two meet, the <span class="gamelab-colour">first number</span> is what you get and the
            <span class="gamelab-ocolour">second number</span> is what the other gets, in points.</p>
            <p>You do not have to settle for one row. Give every row a weight: how likely you want to choose it. The
            weights add up to exactly 1, so one row for certain has the weight 1 and the others 0, and two rows as likely
            as each other have 1/2 each. You can write whole numbers, fractions such as 1/3, or decimals such as .25; a
            field left empty counts as 0. What you have played cannot be changed.</p>
            <p>Everybody sees the games from where you sit: as the one who chooses rows. The order of games, rows and
            columns may differ from person to person.</p>
            """;
    private static final String EARNING = """
            <h2>What you earn</h2>
            <p>You do not play against one person, but against everybody on the other side at once: against the average
            of the weights that they chose. Your points in a game are those of each cell, weighted by how likely you and
            they choose it. So what is good for you depends on what the others do, and nobody can know that in
            advance.</p>
            <p>Only who has played <strong>all games of a round</strong> is paid for that round and counts in its
            averages. If nobody on one side has, the round is skipped and pays nothing.</p>
            """;

    private BuiltInInstructions() {}

    static String of(GameDefinition definition) {
        return course(definition) + CHOOSING + EARNING + between(definition) + end(definition);
    }

    private static String course(GameDefinition definition) {
        Schedule schedule = definition.schedule();
        int games = definition.games().size();
        StringBuilder text = new StringBuilder(
                        "<h2>What happens</h2>\n<p>This is an experiment about decisions. It has ")
                .append(counted(schedule.rounds(), "round", "rounds"))
                .append(", and in every round you play ")
                .append(counted(games, "game", "games"))
                .append(games == 1 ? ". " : ", each once. ");
        if (schedule.playRounds() < schedule.rounds()) {
            text.append("You yourself play ")
                    .append(counted(schedule.playRounds(), "round", "rounds"))
                    .append(" from the one in which you join. ");
        }
        text.append("A round lasts at most ").append(counted(schedule.minutes(), "minute", "minutes"));
        if (schedule.percent() > 0) {
            text.append("; it ends earlier once ")
                    .append(
                            schedule.percent() == 100
                                    ? "everybody has"
                                    : schedule.percent() + " percent of the players on each side have")
                    .append(" played");
            if (schedule.graceMinutes() > 0) {
                text.append(", but not before ")
                        .append(counted(schedule.graceMinutes(), "minute", "minutes"))
                        .append(" have passed");
            }
        }
        return text.append(".</p>\n").toString();
    }

    private static String between(GameDefinition definition) {
        return definition.display().history()
                ? "<p>After each round you see what both sides chose on average, what you earned, and what each row would"
                        + " have earned.</p>\n"
                : "<p>After each round you see what you earned.</p>\n";
    }

    private static String end(GameDefinition definition) {
        InstructionKind kind = definition.display().kind();
        StringBuilder text = new StringBuilder("<h2>At the end</h2>\n");
        if (kind == InstructionKind.LOTTERY) {
            text.append("<p>Your points of all rounds are added up and rounded up to whole lottery tickets")
                    .append(definition.prize().lottery().isEmpty() ? "" : "; the prize is: @@gamelab-lottery@@")
                    .append(
                            ". The more points you have, the more tickets, and the more likely one of them is drawn. If")
                    .append(" somebody ends below zero, everybody gets as many tickets more as bring that person to")
                    .append(" zero. The winning tickets are shown to everybody, and nobody wins twice.</p>\n");
        } else if (kind == InstructionKind.RECRUITED) {
            text.append(
                            "<p>Your points of all rounds are added up, rounded up, and paid to you as a bonus on top of the")
                    .append(" reward for taking part, by the service through which you came here. Stay until the page")
                    .append(" says that you are done, and send your work in there; a total below zero costs you")
                    .append(" nothing.</p>\n");
        } else {
            text.append("<p>Your points of all rounds are added up, and you see the total.</p>\n");
        }
        if (definition.correspondence().contact().isPresent()) {
            text.append("<p>Questions? Write to <a href=\"mailto:@@gamelab-admin-email@@\">@@gamelab-admin-email@@</a>."
                    + "</p>\n");
        }
        return text.toString();
    }

    private static String counted(int count, String one, String many) {
        return count == 1 ? "one " + one : count + " " + many;
    }
}
