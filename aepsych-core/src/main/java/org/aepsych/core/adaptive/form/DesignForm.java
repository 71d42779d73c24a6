package org.aepsych.core.adaptive.form;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aepsych.api.config.Problem;
import org.aepsych.api.presentation.Presenter;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.FileDraft;

/**
 * An adaptive experiment as a form: what was entered in each field, as it was entered. It says the same as an experiment
 * file, and each can be made from the other: what has no field of its own stands in the field {@code other}, as lines of a
 * file. Whether what was entered makes sense is for the reader of the file to say. Immutable, thread-safe.
 *
 * <p>Outcomes, parameters and steps are rows, numbered from 1: {@code parameter2_lower} is the lower bound of the second
 * parameter. The properties of presenters are called like {@code property_gabor_contrast}.
 */
public final class DesignForm {
    /** The presenter of an experiment that is not presented in browsers by this server. */
    public static final String NO_PRESENTER = "none";

    /** The presenter of an experiment that a page of one's own presents. */
    public static final String OWN_PAGE = "external";

    static final String OTHER = "other";
    static final String PARAMETER = "parameter";
    static final String OUTCOME = "outcome";
    static final String STEP = "step";
    static final String PRESENTER = "presenter";
    static final String PROPERTY = "property_";
    private static final int MOST_ROWS = 200;
    private static final int MOST_FIELDS = 5_000;
    private static final int LONGEST = 200_000;
    private static final Pattern ROW = Pattern.compile("(parameter|outcome|step)([1-9][0-9]{0,2})_([a-z_]+)");

    private final SortedMap<String, String> fields;

    private DesignForm(Map<String, String> fields) {
        SortedMap<String, String> kept = new TreeMap<>();
        fields.forEach((field, entered) -> {
            if (!entered.isBlank()) {
                kept.put(field, entered);
            }
        });
        this.fields = Collections.unmodifiableSortedMap(kept);
    }

    /**
     * Something that is wrong with a field.
     *
     * @param field its name
     * @param problem what is wrong
     */
    public record Wrong(String field, Problem problem) {}

    /**
     * Takes what was entered.
     *
     * @param entered by name of the field; blank fields say nothing, unknown ones mean nothing
     * @return the form
     */
    public static DesignForm of(Map<String, String> entered) {
        Map<String, String> fields = new LinkedHashMap<>();
        entered.forEach((field, text) -> {
            if (fields.size() < MOST_FIELDS) {
                String lines = text.replace("\r\n", "\n").replace('\r', '\n');
                fields.put(field, cut(field.equals(OTHER) ? lines.stripTrailing() : stripped(field, lines)));
            }
        });
        return new DesignForm(fields);
    }

    private static String stripped(String field, String lines) {
        return (Layout.LINES.contains(field) ? lines : lines.replaceAll("\\p{Cntrl}+", " ")).strip();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    /**
     * Fills the form with a file.
     *
     * @param file the file, right or wrong
     * @param presenters the presenters that there are
     * @return a form that says the same
     */
    public static DesignForm of(ExperimentFile file, Collection<Presenter> presenters) {
        return new DesignForm(new Filling(file.modern().draft(), presenters).fields());
    }

    /**
     * Returns what somebody begins with: one parameter, one yes or no, and the strategy that we recommend for a threshold.
     *
     * @return a form that lacks a name only
     */
    public static DesignForm suggestion() {
        return of(Map.ofEntries(
                Map.entry("outcome1_type", "binary"),
                Map.entry("stimuli", "1"),
                Map.entry("parameter1_name", "intensity"),
                Map.entry("parameter1_type", "continuous"),
                Map.entry("parameter1_lower", "0"),
                Map.entry("parameter1_upper", "1"),
                Map.entry("goal", Goal.THRESHOLD.key()),
                Map.entry("target", "0.75"),
                Map.entry("trials", "50"),
                Map.entry("initial", "10"),
                Map.entry(PRESENTER, NO_PRESENTER)));
    }

    /**
     * Returns what was entered.
     *
     * @param field name of the field
     * @return as it was entered, empty if nothing was
     */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Returns what was entered in a column of a row. */
    String cell(String kind, int row, String column) {
        return get(kind + row + "_" + column);
    }

    /**
     * Tells whether a box is ticked.
     *
     * @param field name of the field
     * @return whether it is
     */
    public boolean ticked(String field) {
        return get(field).equals(Kind.YES);
    }

    /**
     * Returns everything that was entered.
     *
     * @return by name of the field, without blank fields
     */
    public SortedMap<String, String> fields() {
        return fields;
    }

    /**
     * Returns the rows of a kind in which something was entered.
     *
     * @param kind {@code parameter}, {@code outcome} or {@code step}
     * @return their numbers, ascending
     */
    public SortedSet<Integer> rows(String kind) {
        SortedSet<Integer> rows = new TreeSet<>();
        for (String field : fields.keySet()) {
            Matcher row = ROW.matcher(field);
            if (row.matches() && row.group(1).equals(kind) && rows.size() < MOST_ROWS && says(kind, row.group(3))) {
                rows.add(Integer.valueOf(row.group(2)));
            }
        }
        return rows;
    }

    /** Fields in which something is chosen from the beginning say nothing by themselves. */
    private static boolean says(String kind, String field) {
        return !(kind.equals(PARAMETER) && field.equals("type"));
    }

    /**
     * Returns what is wanted.
     *
     * @return the goal
     */
    public Goal goal() {
        return Goal.of(get("goal"));
    }

    /**
     * Returns what presents the stimuli.
     *
     * @return the presenter's name, {@link #NO_PRESENTER} or {@link #OWN_PAGE}
     */
    public String presenter() {
        return get(PRESENTER).isEmpty() ? NO_PRESENTER : get(PRESENTER);
    }

    /**
     * Returns the same form with another row.
     *
     * @param kind {@code parameter}, {@code outcome} or {@code step}
     * @return a copy
     */
    public DesignForm withRow(String kind) {
        SortedSet<Integer> rows = rows(kind);
        int next = rows.isEmpty() ? 1 : rows.last() + 1;
        Map<String, String> more = new LinkedHashMap<>(fields);
        if (kind.equals(OUTCOME)) {
            more.put(OUTCOME + next + "_type", "binary");
        } else {
            more.put(kind + next + "_name", kind + next);
        }
        return new DesignForm(more);
    }

    /**
     * Returns the same form without a row; those after it move up.
     *
     * @param kind {@code parameter}, {@code outcome} or {@code step}
     * @param number of the row
     * @return a copy
     */
    public DesignForm withoutRow(String kind, int number) {
        Map<String, String> less = new LinkedHashMap<>();
        fields.forEach((field, entered) -> {
            Matcher row = ROW.matcher(field);
            int of = row.matches() && row.group(1).equals(kind) ? Integer.parseInt(row.group(2)) : 0;
            if (of < number) {
                less.put(field, entered);
            } else if (of > number) {
                less.put(kind + (of - 1) + "_" + row.group(3), entered);
            }
        });
        return new DesignForm(less);
    }

    /**
     * Returns the same form with the recommended steps as steps of one's own, to be changed.
     *
     * @return a copy; the form itself if its steps are one's own already
     */
    public DesignForm withOwnSteps() {
        if (goal() == Goal.OWN) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.keySet().removeIf(field -> field.matches(STEP + "[0-9]+_.*"));
        FileDraft steps = new FileDraft();
        goal().said(situation()).forEach(said -> steps.put(said.section(), said.option(), said.value()));
        List<String> rest = Filling.steps(steps, more);
        more.put("goal", Goal.OWN.key());
        more.put(OTHER, (get(OTHER) + "\n" + String.join("\n", rest)).strip());
        return new DesignForm(more);
    }

    /**
     * Writes the file that says the same.
     *
     * @return INI text
     */
    public String text() {
        return new FormFile(this).text();
    }

    Goal.Situation situation() {
        List<String> types = rows(OUTCOME).stream()
                .map(number -> cell(OUTCOME, number, "type"))
                .map(type -> type.isEmpty() ? "binary" : type)
                .toList();
        return new Goal.Situation(
                types.isEmpty() ? List.of("binary") : types, get("stimuli").equals("2"), get("trials"), get("initial"));
    }

    /**
     * Finds what is wrong with fields before there is a file to read.
     *
     * @return names that cannot be names
     */
    public List<Wrong> wrong() {
        return new FormProblems(this).wrong();
    }

    /**
     * Finds the field that something is wrong with.
     *
     * @param problem what is wrong with the file that the form writes
     * @return the field's name; {@code other} if no other field has it
     */
    public String field(Problem problem) {
        return new FormProblems(this).field(problem);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DesignForm form && form.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(", ", "DesignForm[", "]"));
    }
}
