/** What a plugin jar contributes. */
@NullMarked
package org.aepsych.api.plugin;

import org.jspecify.annotations.NullMarked;
