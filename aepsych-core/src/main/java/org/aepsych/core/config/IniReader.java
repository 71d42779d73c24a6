package org.aepsych.core.config;

import static org.aepsych.core.config.ExperimentFile.COMMON;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.config.Problem;

/**
 * Reads the dialect of AEPsych's experiment files, line by line. A reader of our own, because INIConfiguration neither
 * keeps line numbers nor knows indentation, options without values and duplicates as this dialect does.
 */
final class IniReader {
    private static final int SHOWN = 60;
    /** Deeper than any line: what follows an empty line begins something new. */
    private static final int NOT_CONTINUABLE = Integer.MAX_VALUE;

    private final List<Problem> problems;
    private final Map<String, Map<String, RawOption>> sections = new LinkedHashMap<>();
    private final Map<String, Integer> sectionLines = new HashMap<>();
    private final Map<String, List<String>> comments = new LinkedHashMap<>();
    /** Comments of which it is not clear yet to which section they belong: to that of the next heading or option. */
    private final List<String> pending = new ArrayList<>();

    private Optional<String> section = Optional.empty();
    private Map<String, RawOption> options = new LinkedHashMap<>();
    private Optional<OpenOption> open = Optional.empty();
    private int indentation;
    private boolean strayContentReported;

    private IniReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** The option that a deeper indented line would continue; {@code value} is empty if it was given without one. */
    private record OpenOption(String key, int line, Optional<StringBuilder> value) {}

    /**
     * Reads a text.
     *
     * @param text any text
     * @param problems where to add what is wrong
     * @return what could be read
     */
    static RawFile read(String text, List<Problem> problems) {
        IniReader reader = new IniReader(problems);
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            reader.readLine(lines[i], i + 1);
        }
        reader.closeOption();
        reader.keepComments();
        return new RawFile(reader.sections, reader.comments);
    }

    private void readLine(String line, int number) {
        String uncommented = withoutComment(line);
        String content = uncommented.strip();
        if (uncommented.length() < line.length()) {
            pending.add(line.substring(uncommented.length()).strip());
        }
        if (content.isEmpty()) {
            indentation = NOT_CONTINUABLE;
            return;
        }
        int indent = line.length() - line.stripLeading().length();
        if (open.isPresent() && indent > indentation) {
            continueOption(open.get(), content, number);
            return;
        }
        indentation = indent;
        closeOption();
        if (content.startsWith("[")) {
            readSection(content, number);
        } else if (section.isEmpty()) {
            reportStrayContent(content, number);
        } else {
            readOption(section.get(), content, number);
        }
    }

    /** Cuts a comment: a line that begins with # or ;, or what follows a # after whitespace. */
    private static String withoutComment(String line) {
        String start = line.stripLeading();
        if (start.startsWith("#") || start.startsWith(";")) {
            return "";
        }
        for (int at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
            if (Character.isWhitespace(line.charAt(at - 1))) {
                return line.substring(0, at);
            }
        }
        return line;
    }

    private void continueOption(OpenOption option, String content, int number) {
        if (option.value().isPresent()) {
            option.value().get().append('\n').append(content);
        } else {
            problems.add(Problem.of(
                            section.orElseThrow(),
                            option.key(),
                            "has no value that the indented line \"" + shown(content) + "\" could continue")
                    .withHint("write " + option.key() + " = before it, or remove its indentation")
                    .atLine(number));
        }
    }

    private void closeOption() {
        open.ifPresent(option -> options.put(
                option.key(),
                new RawOption(
                        option.value().map(value -> value.toString().stripTrailing()), Optional.of(option.line()))));
        open = Optional.empty();
    }

    private void readSection(String content, int number) {
        int end = content.lastIndexOf(']');
        if (end < 2) {
            problems.add(Problem.ofFile("expected a section such as [common], but found \"" + shown(content) + "\"")
                    .atLine(number));
            return;
        }
        String name = content.substring(1, end);
        section = Optional.of(name);
        Integer first = sectionLines.putIfAbsent(name, number);
        if (first != null && !name.equals(COMMON)) {
            problems.add(Problem.of(name, "the section is given twice, first on line " + first)
                    .withHint("write its options under one heading")
                    .atLine(number));
            options = new LinkedHashMap<>();
        } else {
            options = sections.computeIfAbsent(name, missing -> new LinkedHashMap<>());
        }
        keepComments();
    }

    private void keepComments() {
        if (!pending.isEmpty()) {
            comments.computeIfAbsent(section.orElse(COMMON), missing -> new ArrayList<>())
                    .addAll(pending);
            pending.clear();
        }
    }

    private void readOption(String name, String content, int number) {
        keepComments();
        int delimiter = delimiter(content);
        String key = content.substring(0, delimiter).stripTrailing().toLowerCase(Locale.ROOT);
        if (key.isEmpty()) {
            problems.add(Problem.of(name, "expected the name of an option before \"" + shown(content) + "\"")
                    .atLine(number));
            return;
        }
        RawOption first = options.get(key);
        if (first != null) {
            problems.add(Problem.of(
                            name,
                            key,
                            "is given twice"
                                    + first.line()
                                            .map(l -> ", first on line " + l)
                                            .orElse(""))
                    .atLine(number));
            return;
        }
        Optional<StringBuilder> value = delimiter == content.length()
                ? Optional.empty()
                : Optional.of(new StringBuilder(content.substring(delimiter + 1).strip()));
        open = Optional.of(new OpenOption(key, number, value));
    }

    private static int delimiter(String content) {
        for (int i = 0; i < content.length(); i++) {
            if (content.charAt(i) == '=' || content.charAt(i) == ':') {
                return i;
            }
        }
        return content.length();
    }

    private void reportStrayContent(String content, int number) {
        if (!strayContentReported) {
            problems.add(Problem.ofFile("expected a section such as [common] before anything else, but found \""
                            + shown(content) + "\"")
                    .atLine(number));
            strayContentReported = true;
        }
    }

    private static String shown(String content) {
        return content.length() <= SHOWN ? content : content.substring(0, SHOWN) + "…";
    }
}
