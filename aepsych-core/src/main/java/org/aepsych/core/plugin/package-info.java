/** The one package of core that plugins compile against when they want injection. */
@NullMarked
package org.aepsych.core.plugin;

import org.jspecify.annotations.NullMarked;
