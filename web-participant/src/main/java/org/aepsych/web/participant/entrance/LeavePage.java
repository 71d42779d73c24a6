package org.aepsych.web.participant.entrance;

import org.aepsych.web.view.Frame;

/**
 * Asks those who could not come back by themselves whether they mean to log out.
 *
 * @param frame around it
 * @param action where the form is sent
 * @param token form token
 * @param play where they go on
 */
public record LeavePage(Frame frame, String action, String token, String play) {}
