/** The server's own settings: file, environment and flags, checked together before anything starts. */
@NullMarked
package org.aepsych.core.config.server;

import org.jspecify.annotations.NullMarked;
