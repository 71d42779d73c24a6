package org.aepsych.core.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;

/**
 * What has been read of a file so far. What nobody has read when everything is set up means nothing, and whoever wrote it
 * should know. Thread-safe.
 */
public final class ReadOptions {
    /** Makes a section an alias; whoever uses the section means this, too. */
    private static final String CLASS = "class";

    private final Map<String, Set<String>> asked = new ConcurrentHashMap<>();

    /** Nothing has been read. */
    public ReadOptions() {}

    void section(String name) {
        asked.computeIfAbsent(name, first -> ConcurrentHashMap.newKeySet());
    }

    void option(String section, String key) {
        asked.computeIfAbsent(section, first -> ConcurrentHashMap.newKeySet()).add(key);
    }

    /**
     * Returns a note for each section and each option that nobody has read.
     *
     * @param file the watched file
     * @param without sections of which others take care
     * @return in the order of the file
     */
    public List<Problem> unread(ExperimentFile file, Collection<String> without) {
        Set<String> words = new TreeSet<>();
        asked.values().forEach(words::addAll);
        Set<String> missing = new TreeSet<>(asked.keySet());
        missing.removeAll(file.sectionNames());
        List<Problem> notes = new ArrayList<>(unread(file.common(), words));
        for (String name : file.sectionNames()) {
            if (without.contains(name)) {
                continue;
            }
            if (asked.containsKey(name)) {
                file.section(name).ifPresent(section -> notes.addAll(unread(section, words)));
            } else {
                notes.add(hinted(Problem.of(name, "nothing in this experiment uses the section"), name, missing));
            }
        }
        return List.copyOf(notes);
    }

    private List<Problem> unread(ConfigSection section, Set<String> words) {
        List<Problem> notes = new ArrayList<>();
        for (String key : section.ownKeys()) {
            boolean alias = key.equals(CLASS);
            if (!alias && !asked.getOrDefault(section.name(), Set.of()).contains(key)) {
                notes.add(hinted(section.problem(key, "means nothing here and is ignored"), key, words));
            }
        }
        return notes;
    }

    private static Problem hinted(Problem note, String wrong, Collection<String> known) {
        return Suggestions.nearest(wrong, known)
                .filter(near -> !near.equals(wrong))
                .map(near -> note.withHint("did you mean \"" + near + "\"?"))
                .orElse(note);
    }
}
