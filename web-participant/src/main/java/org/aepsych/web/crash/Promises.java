package org.aepsych.web.crash;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What clients sent, and what of it the server acknowledged. What was acknowledged is recorded exactly once; what was
 * sent and not answered is recorded once or not at all; nothing else is recorded. Thread-safe.
 *
 * @param <K> what tells one thing sent from every other
 */
public final class Promises<K> {
    private final String what;
    private final Map<K, String> sent = new LinkedHashMap<>();
    private final Set<K> acknowledged = new HashSet<>();

    /**
     * Begins with nothing sent.
     *
     * @param what is sent, in the singular
     */
    public Promises(String what) {
        this.what = what;
    }

    /**
     * One thing as it is recorded.
     *
     * @param key which
     * @param content what was recorded
     * @param <K> as for the promises
     */
    public record Entry<K>(K key, String content) {}

    /**
     * What a comparison came to.
     *
     * @param acknowledged how many things were acknowledged
     * @param unanswered how many were sent and not answered
     * @param kept how many of the unanswered are recorded
     * @param broken a sentence for each promise that was not kept
     */
    public record Audit(long acknowledged, long unanswered, long kept, List<String> broken) {
        /** Copies the list. */
        public Audit {
            broken = List.copyOf(broken);
        }
    }

    /**
     * Notes that something goes out now; the same may go out again after a failure.
     *
     * @param key which
     * @param content what the record is to say
     */
    public synchronized void sent(K key, String content) {
        sent.put(key, content);
    }

    /**
     * Notes that the server said it has it.
     *
     * @param key which
     */
    public synchronized void acknowledged(K key) {
        acknowledged.add(key);
    }

    /**
     * Returns how much was acknowledged so far.
     *
     * @return a number that only grows
     */
    public synchronized int count() {
        return acknowledged.size();
    }

    /**
     * Compares with what is recorded. Nothing may be sent meanwhile.
     *
     * @param where it is recorded, such as {@code the log}
     * @param recorded everything that is recorded
     * @return what came of it
     */
    public synchronized Audit audit(String where, List<Entry<K>> recorded) {
        Map<K, String> found = new LinkedHashMap<>();
        List<String> broken = new ArrayList<>();
        for (Entry<K> entry : recorded) {
            String expected = sent.get(entry.key());
            if (expected == null) {
                broken.add(what + " " + entry.key() + " was never sent, but is in " + where);
            } else if (!expected.equals(entry.content())) {
                broken.add(
                        what + " " + entry.key() + " was " + expected + ", but is " + entry.content() + " in " + where);
            }
            if (found.put(entry.key(), entry.content()) != null) {
                broken.add(what + " " + entry.key() + " is DOUBLED in " + where);
            }
        }
        for (K key : acknowledged) {
            if (!found.containsKey(key)) {
                broken.add(what + " " + key + " was acknowledged and is LOST from " + where);
            }
        }
        long kept = found.keySet().stream()
                .filter(key -> !acknowledged.contains(key))
                .count();
        return new Audit(acknowledged.size(), sent.size() - acknowledged.size(), kept, broken);
    }
}
