/**
 * A storage of a lab's own, whole: {@code [storage] type = lab-memory}. The plugin's name belongs into {@code
 * META-INF/services/org.aepsych.api.plugin.Plugin} of the lab's jar.
 */
@NullMarked
package org.aepsych.examples.memory;

import org.jspecify.annotations.NullMarked;
