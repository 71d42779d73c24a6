package org.aepsych.web.main;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lets the list of commands say whole sentences: it shows the first line of what is said of a command. */
final class CommandDescriptions {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.])\\s+");

    private CommandDescriptions() {}

    /**
     * Makes the first sentence of each description its first line.
     *
     * @param command the command, with those below it
     */
    static void arrange(CommandLine command) {
        UsageMessageSpec help = command.getCommandSpec().usageMessage();
        help.description(arranged(List.of(help.description())).toArray(String[]::new));
        command.getSubcommands().values().forEach(CommandDescriptions::arrange);
    }

    /** Lines that are indented are examples, and stay as they are; others are joined, as the help breaks them itself. */
    private static List<String> arranged(List<String> lines) {
        List<String> paragraphs = new ArrayList<>();
        boolean open = false;
        for (String line : lines) {
            boolean example = line.isEmpty() || line.startsWith(" ");
            if (open && !example) {
                paragraphs.add(paragraphs.remove(paragraphs.size() - 1) + " " + line);
            } else {
                paragraphs.add(line);
            }
            open = !example;
        }
        if (!paragraphs.isEmpty()) {
            List<String> first = List.of(SENTENCE_END.split(paragraphs.remove(0), 2));
            paragraphs.addAll(0, first);
        }
        return paragraphs;
    }
}
