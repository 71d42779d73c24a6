/** What only owners see: what was done, and how the server is set up. */
@NullMarked
package org.aepsych.web.admin.owner;

import org.jspecify.annotations.NullMarked;
