/** Identities of streams, experiments and participants. */
@NullMarked
package org.aepsych.api.experiment;

import org.jspecify.annotations.NullMarked;
