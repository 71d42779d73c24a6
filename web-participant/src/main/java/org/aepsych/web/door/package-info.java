/** What a feature of the web server has to offer so that its pages and messages are served. */
@NullMarked
package org.aepsych.web.door;

import org.jspecify.annotations.NullMarked;
