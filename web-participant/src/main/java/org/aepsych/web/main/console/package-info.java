/** What people type and see: the options that commands share, the files that they name, and how progress is shown. */
@NullMarked
package org.aepsych.web.main.console;

import org.jspecify.annotations.NullMarked;
