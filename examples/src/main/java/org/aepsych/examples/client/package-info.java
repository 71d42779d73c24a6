/** A small typed client of adaptive experiments over HTTP, to be copied into a lab's own program. */
@NullMarked
package org.aepsych.examples.client;

import org.jspecify.annotations.NullMarked;
