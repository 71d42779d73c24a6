package org.aepsych.web.view;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.language.Language;
import org.aepsych.web.language.Texts;

/**
 * What stands around the content of every page.
 *
 * @param title name of the page
 * @param home where the name of the site leads
 * @param links navigation, in order
 * @param user who is logged in
 * @param leave where the log-out form goes, and its token
 * @param live how the page keeps itself up to date
 * @param texts what the page says, in the visitor's language
 * @param choice address at which the page is shown in another language; empty if it is shown in this one only
 * @param notes what the experimenter wrote to the visitor; empty for visitors to whom nobody can write
 */
public record Frame(
        String title,
        String home,
        List<Link> links,
        Optional<String> user,
        Optional<Form> leave,
        Optional<Live> live,
        Texts texts,
        Optional<String> choice,
        Optional<Notes> notes) {
    /** Copies the list. */
    public Frame {
        links = List.copyOf(links);
    }

    /**
     * A page in English.
     *
     * @param title name of the page
     * @param home where the name of the site leads
     * @param links navigation, in order
     * @param user who is logged in
     * @param leave where the log-out form goes, and its token
     * @param live how the page keeps itself up to date
     */
    public Frame(
            String title,
            String home,
            List<Link> links,
            Optional<String> user,
            Optional<Form> leave,
            Optional<Live> live) {
        this(title, home, links, user, leave, live, Texts.in(Language.ENGLISH), Optional.empty(), Optional.empty());
    }

    /**
     * A page for everybody.
     *
     * @param title name of the page
     * @return a frame without navigation
     */
    public static Frame open(String title) {
        return new Frame(title, "/", List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A page for everybody, in the visitor's language.
     *
     * @param title name of the page
     * @param texts in that language
     * @return a frame without navigation
     */
    public static Frame open(String title, Texts texts) {
        return open(title).in(texts, Optional.empty());
    }

    /**
     * Returns this frame in a language.
     *
     * @param language its texts
     * @param address at which the page is shown in another language; empty if it is shown in this one only
     * @return a copy
     */
    public Frame in(Texts language, Optional<String> address) {
        return new Frame(title, home, links, user, leave, live, language, address, notes);
    }

    /**
     * Returns this frame for a page that changes by itself.
     *
     * @param how where changes are announced
     * @return a copy
     */
    public Frame with(Live how) {
        return new Frame(title, home, links, user, leave, Optional.of(how), texts, choice, notes);
    }

    /**
     * Returns this frame with what the experimenter wrote.
     *
     * @param shown to be shown above the page
     * @return a copy
     */
    public Frame with(Notes shown) {
        return new Frame(title, home, links, user, leave, live, texts, choice, Optional.of(shown));
    }

    /**
     * A link of the navigation.
     *
     * @param label what it says
     * @param address where it leads
     * @param current whether this is the page shown
     */
    public record Link(String label, String address, boolean current) {}

    /**
     * A form of a single button.
     *
     * @param action where it is sent
     * @param token its form token
     */
    public record Form(String action, String token) {}

    /**
     * What the experimenter wrote to the visitor.
     *
     * @param action where notes are put away: this address, the note's number, and {@code /dismiss}
     * @param token form token
     * @param open what has not been put away, oldest first
     */
    public record Notes(String action, String token, List<Note> open) {
        /** Copies the list. */
        public Notes {
            open = List.copyOf(open);
        }
    }

    /**
     * A note.
     *
     * @param number from 1
     * @param at when it was sent, ISO 8601
     * @param text what it says, with line ends
     */
    public record Note(long number, String at, String text) {}

    /**
     * How a page keeps itself up to date.
     *
     * @param events address of its server-sent events
     * @param situation changes when the visitor has to do something else; input is kept while it stays the same
     * @param refreshSeconds after how long the page reloads where scripts are off; 0 for never
     */
    public record Live(String events, String situation, int refreshSeconds) {}
}
