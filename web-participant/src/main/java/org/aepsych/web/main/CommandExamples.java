package org.aepsych.web.main;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** What the help of each command ends with: something to type. */
final class CommandExamples {
    private static final Map<String, List<String>> EXAMPLES = Map.ofEntries(
            Map.entry("demo", List.of("demo")),
            Map.entry(
                    "serve",
                    List.of(
                            "serve",
                            "serve --data /srv/lab --http 0.0.0.0:8080",
                            "serve --stratconfig examples/experiments/contrast.ini")),
            Map.entry("check", List.of("check examples/experiments/contrast.ini")),
            Map.entry(
                    "simulate",
                    List.of(
                            "simulate examples/experiments/prisoners.ini --participants 40 --runs 20",
                            "simulate examples/experiments/contrast.ini")),
            Map.entry(
                    "bots",
                    List.of(
                            "bots http://127.0.0.1:8080/e/prisoners -n 20",
                            "bots http://127.0.0.1:8080/e/prisoners -n 20 --policy best-reply")),
            Map.entry("verify-draw", List.of("verify-draw http://127.0.0.1:8080/api/experiments/prisoners/draw")),
            Map.entry("verify-payoffs", List.of("verify-payoffs round.json")),
            Map.entry("replay", List.of("replay list", "replay verify")),
            Map.entry("db", List.of("db info", "db --db data/aepsych.db --tocsv trials.csv")),
            Map.entry("db info", List.of("db info")),
            Map.entry("db migrate", List.of("db migrate --data /srv/lab")),
            Map.entry(
                    "db copy",
                    List.of(
                            "db copy --from jdbc:sqlite:data/aepsych.db --to jdbc:postgresql://localhost/lab?user=lab")),
            Map.entry("db backup", List.of("db backup /backups/lab.db", "db backup --redacted to-share.db")),
            Map.entry("db restore", List.of("db restore /backups/lab.db --data /srv/lab-again")),
            Map.entry("db wipe", List.of("db wipe prisoners --backup before.db --yes")),
            Map.entry("db vacuum", List.of("db vacuum")),
            Map.entry("participant", List.of("participant erase prisoners ann@example.org --yes")),
            Map.entry("participant erase", List.of("participant erase prisoners ann@example.org --yes")),
            Map.entry("export", List.of("export prisoners", "export contrast --format csv --out contrast.zip")),
            Map.entry("import", List.of("import gamelab.db --check", "import old-aepsych.db")),
            Map.entry("secret", List.of("secret seal mail.password")),
            Map.entry("secret seal", List.of("secret seal mail.password")),
            Map.entry("secret rotate", List.of("secret rotate")),
            Map.entry("plugins", List.of("plugins list")),
            Map.entry("bench", List.of("bench ask --trials 30")),
            Map.entry("bench ask", List.of("bench ask --trials 30")),
            Map.entry("bench bots", List.of("bench bots --bots 100")),
            Map.entry("bench crash", List.of("bench crash --kills 10")),
            Map.entry("bench gamelab", List.of("bench gamelab --bots 100")),
            Map.entry("bench protocol", List.of("bench protocol --trials 1000")),
            Map.entry("bench storage", List.of("bench storage --messages 10000")),
            Map.entry("bench strategies", List.of("bench strategies --replicates 5 --csv figures.csv")));

    private CommandExamples() {}

    /** Adds them to a command line and all its commands. */
    static void addTo(CommandLine line) {
        String name = line.getCommandSpec().qualifiedName();
        String own = name.substring(Math.min(name.length(), name.indexOf(' ') + 1));
        List<String> examples = EXAMPLES.getOrDefault(own, List.of());
        if (!examples.isEmpty()) {
            StringBuilder footer = new StringBuilder("%nFor example:%n");
            examples.forEach(
                    example -> footer.append("  ./aepsych ").append(example).append("%n"));
            line.getCommandSpec().usageMessage().footer(footer.toString().stripTrailing());
        }
        line.getSubcommands().values().forEach(CommandExamples::addTo);
    }
}
