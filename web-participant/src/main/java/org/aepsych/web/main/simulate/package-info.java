/** The commands in which simulated participants take part, before an experiment or at a running server. */
@NullMarked
package org.aepsych.web.main.simulate;

import org.jspecify.annotations.NullMarked;
