package org.aepsych.web.admin.manage;

import java.util.Optional;
import org.aepsych.web.view.Frame;

/**
 * An experiment is gone.
 *
 * @param frame around it
 * @param experiment its id
 * @param backup file on the server that still has it; empty if the storage cannot be backed up
 */
public record DeletedPage(Frame frame, String experiment, Optional<String> backup) {}
