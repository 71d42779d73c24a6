/** Where game experiments are defined, by a form or by a file. */
@NullMarked
package org.aepsych.web.admin.define;

import org.jspecify.annotations.NullMarked;
