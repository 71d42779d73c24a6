package org.aepsych.core.adaptive.presented;

import org.aepsych.api.event.RecordedEvent;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.event.BrowserRequest;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.presentation.PresentationReader;

/** Tells the session that opened an experiment to browsers, in which nobody takes part, from those of participants. */
public final class OpeningSession {
    private OpeningSession() {}

    /**
     * Looks at the beginning of a session.
     *
     * @param protocol what events mean
     * @param first the first event of the log
     * @return whether participants join because of this session; a client may have told it of trials all the same
     */
    public static boolean isOne(AdaptiveProtocol protocol, RecordedEvent first) {
        return protocol.decode(first) instanceof AdaptiveEvent.Setup setup
                && !BrowserRequest.isOne(setup.request())
                && PresentationReader.isIn(ExperimentFile.parse(setup.config()));
    }
}
