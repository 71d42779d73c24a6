/** What the crash test needs: processes that can be killed, clients that go on, and what was promised to them. */
@NullMarked
package org.aepsych.web.crash;

import org.jspecify.annotations.NullMarked;
