package org.aepsych.storage.sqlite;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every table and column that the seed documents name. */
final class Seeds {
    static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry(
                    "master",
                    "unique_id experiment_name experiment_description experiment_id participant_id extra_metadata"),
            Map.entry("replay_data", "unique_id timestamp message_type message_contents extra_info master_table_id"),
            Map.entry("strat_data", "unique_id timestamp strat master_table_id"),
            Map.entry("config", "unique_id timestamp config master_table_id"),
            Map.entry("config_data", "unique_id timestamp config master_table_id"),
            Map.entry("raw_data", "unique_id timestamp model_data extra_data master_table_id"),
            Map.entry("param_data", "unique_id param_name param_value iteration_id"),
            Map.entry("outcome_data", "unique_id outcome_name outcome_value iteration_id"),
            Map.entry("admin", "email hash id isset"),
            Map.entry("choice", "created gameid id playerid round sessid strats stratsz"),
            Map.entry(
                    "experiment",
                    "autoadd autoaddpreserve awsaccesskey awsconvert awsdesc awserror awskeys awslocale awsname"
                            + " awsreward awssandbox awssecretkey awswhitappr awsworkers awswpctappr flags history"
                            + " hitid id instr loginuri lottery minutes playermax prounds questionnaire round"
                            + " roundbegan roundmin roundpct roundpid rounds start state total"),
            Map.entry("game", "id name p1 p2 payoffs"),
            Map.entry("gameplay", "choices id playerid round"),
            Map.entry("lottery", "aggrpayoff aggrtickets curpayoff id playerid round"),
            Map.entry("past", "currentsp1 currentsp2 gameid id plays round roundcount skip"),
            Map.entry("payoff", "gameid id payoff playerid round"),
            Map.entry(
                    "player",
                    "answer assignmentid autoadd email enabled finalrank finalscore hash hitid id instr joined"
                            + " mturkdone role rseed state version"),
            Map.entry("questionnaire", "first id playerid rank tries"),
            Map.entry("sess", "cookie created id playerid useragent"),
            Map.entry("smtp", "email id isset pass server user"),
            Map.entry("winner", "id playerid rnum winner winrank"));

    private static final Set<String> AEPSYCH = Set.of(
            "master", "replay_data", "strat_data", "config", "config_data", "raw_data", "param_data", "outcome_data");

    private Seeds() {}

    /** Returns where a table comes from. */
    static String ofTable(String table) {
        if (AEPSYCH.contains(table)) {
            return "AEPsych";
        }
        return COLUMNS.containsKey(table) ? "gamelab" : "this program";
    }

    /** Returns where a column comes from. */
    static String ofColumn(String table, String column) {
        return List.of(COLUMNS.getOrDefault(table, "").split(" ", -1)).contains(column)
                ? ofTable(table)
                : "this program";
    }
}
