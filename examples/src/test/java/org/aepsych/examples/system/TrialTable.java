package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table that the program writes of all trials in its database. */
final class TrialTable {
    private TrialTable() {}

    /**
     * A line of the table.
     *
     * @param cells by the names of their columns
     */
    record Trial(Map<String, String> cells) {
        Trial {
            cells = Map.copyOf(cells);
        }

        String text(String column) {
            return cells.getOrDefault(column, "");
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }
    }

    /** Reads the trials of a data folder, whether the server is up or not. */
    static List<Trial> read(Path data) throws IOException {
        Path table = data.resolve("trials.csv");
        CommandLine written =
                CommandLine.run("db", "--db", data.resolve("aepsych.db").toString(), "--tocsv", table.toString());
        assertThat(written.exitCode()).as(written.err()).isZero();
        List<String> lines = Files.readAllLines(table);
        String[] columns = lines.get(0).split(",", -1);
        List<Trial> trials = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> trial = new HashMap<>();
            for (int column = 0; column < columns.length; column++) {
                trial.put(columns[column], cells[column]);
            }
            trials.add(new Trial(trial));
        }
        return trials;
    }
}
