/** How the program is put together, opened and closed: without doors as a laboratory, with them as a server. */
@NullMarked
package org.aepsych.web.main.laboratory;

import org.jspecify.annotations.NullMarked;
