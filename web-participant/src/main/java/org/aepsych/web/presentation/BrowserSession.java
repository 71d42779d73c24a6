package org.aepsych.web.presentation;

import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.account.SecretToken;
import org.aepsych.core.adaptive.presented.PresentedExperiment;

/**
 * A participant's session in a browser.
 *
 * @param experiment in which experiment
 * @param stream its log
 * @param token with which the browser comes back
 */
record BrowserSession(PresentedExperiment experiment, StreamId stream, SecretToken token) {}
