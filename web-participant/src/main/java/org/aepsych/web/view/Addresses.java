package org.aepsych.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.aepsych.api.experiment.ExperimentId;

/** Where pages are. */
public final class Addresses {
    private Addresses() {}

    /**
     * Returns the page of an experiment, as participants see it.
     *
     * @param experiment which
     * @return a path without slash at the end
     */
    public static String experiment(ExperimentId experiment) {
        return "/e/" + segment(experiment.value());
    }

    /**
     * Returns the page of an adaptive experiment that is presented in browsers, as participants see it.
     *
     * @param experiment which
     * @return a path without slash at the end
     */
    public static String presentation(ExperimentId experiment) {
        return "/s/" + segment(experiment.value());
    }

    /**
     * Returns the page of a game experiment, as administrators see it.
     *
     * @param experiment which
     * @return a path without slash at the end
     */
    public static String administration(ExperimentId experiment) {
        return "/admin/games/" + segment(experiment.value());
    }

    /**
     * Returns where a lottery is published.
     *
     * @param experiment whose
     * @return a path
     */
    public static String draw(ExperimentId experiment) {
        return "/api/experiments/" + segment(experiment.value()) + "/draw";
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
