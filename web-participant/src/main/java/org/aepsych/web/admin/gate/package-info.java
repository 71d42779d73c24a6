/** What every request of administrators passes: who asks, whether they may, whether they mean it, and what is recorded. */
@NullMarked
package org.aepsych.web.admin.gate;

import org.jspecify.annotations.NullMarked;
