package org.aepsych.web.participant.entrance;

import java.util.List;
import org.aepsych.web.view.Frame;

/**
 * The first page: what one can take part in.
 *
 * @param frame around it
 * @param experiments those that are open
 */
public record HomePage(Frame frame, List<OpenExperiment> experiments) {
    /** Copies the list. */
    public HomePage {
        experiments = List.copyOf(experiments);
    }

    /**
     * An experiment that one can join.
     *
     * @param name what it is called
     * @param address of its page
     * @param state how far it is, in words
     * @param running whether it has begun
     */
    public record OpenExperiment(String name, String address, String state, boolean running) {}
}
