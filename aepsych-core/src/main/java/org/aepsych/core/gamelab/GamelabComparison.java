package org.aepsych.core.gamelab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.foreign.ForeignRow;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.RoundResult.PlayerPlays;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.core.game.lottery.LotteryDraw;
import org.aepsych.core.game.lottery.Share;
import org.aepsych.core.game.lottery.Tally;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.gamelab.GamelabRun.Choice;
import org.aepsych.core.gamelab.GamelabRun.Person;
import org.aepsych.core.imports.ImportReport.CheckedTable;
import org.aepsych.core.imports.ImportReport.Difference;

/** Compares what gamelab stored with the sums done again. A row is compared as a text, under a key that names it. */
final class GamelabComparison {
    private static final String NOTHING = "nothing";

    private final GamelabRun run;
    private final GamelabSums sums;
    private final List<CheckedTable> tables = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();

    private GamelabComparison(GamelabRun run, GamelabSums sums) {
        this.run = run;
        this.sums = sums;
    }

    /**
     * What came of it.
     *
     * @param tables how many rows agree
     * @param differences the others
     */
    record Outcome(List<CheckedTable> tables, List<Difference> differences) {
        Outcome {
            tables = List.copyOf(tables);
            differences = List.copyOf(differences);
        }
    }

    /**
     * Compares everything.
     *
     * @param run what is stored
     * @param sums what comes out
     * @param seed what the lottery was drawn with, if known
     */
    static Outcome of(GamelabRun run, GamelabSums sums, Optional<Long> seed) {
        GamelabComparison comparison = new GamelabComparison(run, sums);
        comparison.choices();
        comparison.gameplay();
        comparison.past();
        comparison.payoffs();
        comparison.lottery();
        if (run.parameters().counted()) {
            comparison.tally();
        }
        if (run.parameters().drawn()) {
            comparison.winners(seed);
        }
        return new Outcome(comparison.tables, comparison.differences);
    }

    private void choices() {
        differences.addAll(run.unreadable());
        int rows = run.choices().size() + run.unreadable().size();
        tables.add(new CheckedTable("choice", run.choices().size(), rows));
    }

    private void gameplay() {
        Map<String, String> stored = stored("gameplay", GamelabComparison::ofPlayer, row -> row.text("choices"));
        stored.values().removeIf("0"::equals);
        Map<String, Integer> counted = new LinkedHashMap<>();
        for (Choice choice : run.choices()) {
            counted.merge(ofPlayer(choice.round(), choice.player()), 1, Integer::sum);
        }
        Map<String, String> again = new LinkedHashMap<>();
        counted.forEach((key, count) -> again.put(key, count.toString()));
        compare("gameplay", stored, again);
    }

    private void past() {
        Map<String, String> stored = stored(
                "past",
                row -> ofGame(row.whole("round"), row.whole("gameid")),
                row -> past(
                        row.text("currentsp1"),
                        row.text("currentsp2"),
                        row.whole("skip"),
                        row.whole("plays"),
                        row.whole("roundcount")));
        Set<Long> roundedUp = rounds("past");
        Map<String, String> again = new LinkedHashMap<>();
        Map<Integer, Integer> roundCounts = new TreeMap<>();
        for (int round = 0; round < sums.settlements().size(); round++) {
            for (GameAverage average : sums.settlement(round).averages()) {
                int count = roundCounts.merge(average.game(), average.skipped() ? 0 : 1, Integer::sum);
                if (roundedUp.contains((long) round)) {
                    again.put(
                            ofGame(round, gameId(average.game())),
                            past(
                                    text(average.rows()),
                                    text(average.columns()),
                                    average.skipped() ? 1 : 0,
                                    plays(round),
                                    count));
                }
            }
        }
        compare("past", stored, again);
    }

    /** gamelab counts nobody when the row players are missing, but the row players when the column players are. */
    private long plays(int round) {
        long rows = complete(round, Role.ROW);
        return rows == 0 ? 0 : rows + complete(round, Role.COLUMN);
    }

    private long complete(int round, Role role) {
        return sums.played(round).plays().stream()
                .filter(plays -> plays.role().equals(role))
                .map(PlayerPlays::mixtures)
                .filter(mixtures -> mixtures.size() == run.games().size())
                .count();
    }

    private void payoffs() {
        Map<String, String> stored = stored(
                "payoff",
                row -> GamelabReader.key(row.whole("round"), row.whole("playerid"), row.whole("gameid")),
                row -> row.text("payoff"));
        Set<Long> roundedUp = rounds("past");
        Map<String, String> again = new LinkedHashMap<>();
        for (int round = 0; round < sums.settlements().size(); round++) {
            if (roundedUp.contains((long) round)) {
                for (Settlement.Payoff payoff : sums.settlement(round).payoffs()) {
                    again.put(
                            GamelabReader.key(round, payoff.participant().value(), gameId(payoff.game())),
                            payoff.amount().toString());
                }
            }
        }
        compare("payoff", stored, again);
    }

    /** Rows are made on demand, so before the end only those that are there can be compared. */
    private void lottery() {
        Map<String, String> stored = stored(
                "lottery",
                GamelabComparison::ofPlayer,
                row -> lottery(row.text("curpayoff"), row.text("aggrpayoff"), row.whole("aggrtickets")));
        Map<String, String> again = new LinkedHashMap<>();
        for (int round = 0; round < sums.settlements().size(); round++) {
            for (Person player : run.players()) {
                String key = ofPlayer(round, player.id());
                boolean due = run.parameters().counted() && !player.recruited();
                if (due || stored.containsKey(key)) {
                    Rational aggregate = sums.aggregate(round, player.id());
                    again.put(
                            key,
                            lottery(
                                    sums.current(round, player.id()).toString(),
                                    aggregate.toString(),
                                    GamelabSums.tickets(aggregate)));
                }
            }
        }
        compare("lottery", stored, again);
    }

    private void tally() {
        Tally tally = sums.tally();
        Map<String, String> stored = new LinkedHashMap<>();
        Map<String, String> again = new LinkedHashMap<>();
        run.players().stream()
                .filter(player -> !player.recruited())
                .forEach(player ->
                        stored.put("participant " + player.id(), score(player.finalRank(), player.finalScore())));
        for (Share share : tally.shares()) {
            again.put(
                    "participant " + share.participant(),
                    score(share.score().firstTicket(), share.score().tickets()));
        }
        compare("player", stored, again);
        compare(
                "experiment",
                Map.of("total", Long.toString(run.parameters().total())),
                Map.of("total", Long.toString(tally.total())));
    }

    private void winners(Optional<Long> seed) {
        Map<String, String> stored = stored(
                "winner",
                row -> "participant " + row.whole("playerid"),
                row -> winner(row.whole("winner"), row.whole("winrank"), row.whole("rnum")));
        Map<String, String> again = new LinkedHashMap<>();
        run.players().stream()
                .filter(player -> !player.recruited())
                .forEach(player -> again.put("participant " + player.id(), winner(0, 0, 0)));
        if (seed.isPresent()) {
            drawn(seed.get(), again);
        } else {
            checkTickets(again);
        }
        compare("winner", stored, again);
    }

    private void drawn(long seed, Map<String, String> again) {
        int wanted = wonTickets(run).size();
        try {
            for (Winner winner : new LotteryDraw(sums.tally()).draw(wanted, seed)) {
                again.put("participant " + winner.participant(), winner(1, winner.prize(), winner.ticket()));
            }
        } catch (AepsychException e) {
            differences.add(
                    new Difference("winner", "the draw with seed " + seed, wanted + " winners", e.getMessage()));
        }
    }

    /** Without the seed it can still be checked that every winning ticket belongs to its winner. */
    private void checkTickets(Map<String, String> again) {
        Map<ParticipantId, Share> shares =
                sums.tally().shares().stream().collect(Collectors.toMap(Share::participant, share -> share));
        int prize = 0;
        for (Winner winner : wonTickets(run)) {
            Share share = shares.get(winner.participant());
            if (share != null) {
                boolean holds = share.score().holds(winner.ticket()) && winner.prize() == prize;
                again.put(
                        "participant " + winner.participant(),
                        holds
                                ? winner(1, prize, winner.ticket())
                                : "winrank " + prize + " with a ticket of theirs, from "
                                        + share.score().firstTicket() + " up to below "
                                        + (share.score().firstTicket()
                                                + share.score().tickets()));
            }
            prize++;
        }
    }

    /** Returns the winners as stored, in the order of drawing. */
    static List<Winner> wonTickets(GamelabRun run) {
        return run.rows("winner").stream()
                .filter(row -> row.whole("winner") != 0)
                .map(row -> new Winner(
                        new ParticipantId(row.whole("playerid")),
                        Math.toIntExact(row.whole("winrank")),
                        row.whole("rnum")))
                .sorted(Comparator.comparingInt(Winner::prize))
                .toList();
    }

    private Map<String, String> stored(
            String table, Function<ForeignRow, String> key, Function<ForeignRow, String> value) {
        Map<String, String> stored = new LinkedHashMap<>();
        for (ForeignRow row : run.rows(table)) {
            stored.put(key.apply(row), value.apply(row));
        }
        return stored;
    }

    private void compare(String table, Map<String, String> stored, Map<String, String> again) {
        Set<String> keys = new LinkedHashSet<>(again.keySet());
        keys.addAll(stored.keySet());
        int agreeing = 0;
        for (String key : keys) {
            String here = again.getOrDefault(key, NOTHING);
            String there = stored.getOrDefault(key, NOTHING);
            if (here.equals(there)) {
                agreeing++;
            } else {
                differences.add(new Difference(table, key, there, here));
            }
        }
        tables.add(new CheckedTable(table, agreeing, keys.size()));
    }

    private Set<Long> rounds(String table) {
        return run.rows(table).stream().map(row -> row.whole("round")).collect(Collectors.toSet());
    }

    private long gameId(int number) {
        return run.gameIds().get(number - 1);
    }

    private static String ofPlayer(ForeignRow row) {
        return ofPlayer(row.whole("round"), new ParticipantId(row.whole("playerid")));
    }

    private static String ofPlayer(long round, ParticipantId player) {
        return "round " + round + ", participant " + player;
    }

    private static String ofGame(long round, long game) {
        return "round " + round + ", game " + game;
    }

    private static String past(String rows, String columns, long skip, long plays, long count) {
        return "currentsp1 " + rows + ", currentsp2 " + columns + ", skip " + skip + ", plays " + plays
                + ", roundcount " + count;
    }

    private static String lottery(String current, String aggregate, long tickets) {
        return "curpayoff " + current + ", aggrpayoff " + aggregate + ", aggrtickets " + tickets;
    }

    private static String score(long rank, long score) {
        return "finalrank " + rank + ", finalscore " + score;
    }

    private static String winner(long winner, long rank, long ticket) {
        return "winner " + winner + ", winrank " + rank + ", rnum " + ticket;
    }

    private static String text(List<Rational> numbers) {
        return numbers.stream().map(Rational::toString).collect(Collectors.joining(" "));
    }
}
