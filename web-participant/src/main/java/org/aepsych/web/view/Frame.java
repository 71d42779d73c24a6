package org.aepsych.web.view;

import java.util.List;
import java.util.Optional;

/**
 * What stands around the content of every page.
 *
 * @param title name of the page
 * @param home where the name of the site leads
 * @param links navigation, in order
 * @param user who is logged in
 * @param leave where the log-out form goes, and its token
 * @param live how the page keeps itself up to date
 */
public record Frame(
        String title, String home, List<Link> links, Optional<String> user, Optional<Form> leave, Optional<Live> live) {
    /** Copies the list. */
    public Frame {
        links = List.copyOf(links);
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
     * Returns this frame for a page that changes by itself.
     *
     * @param how where changes are announced
     * @return a copy
     */
    public Frame with(Live how) {
        return new Frame(title, home, links, user, leave, Optional.of(how));
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
     * How a page keeps itself up to date.
     *
     * @param events address of its server-sent events
     * @param situation changes when the visitor has to do something else; input is kept while it stays the same
     * @param refreshSeconds after how long the page reloads where scripts are off; 0 for never
     */
    public record Live(String events, String situation, int refreshSeconds) {}
}
