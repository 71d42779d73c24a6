/** The pages of participants in games, a package for each thing that they do. */
@NullMarked
package org.aepsych.web.participant;

import org.jspecify.annotations.NullMarked;
