/** The pages of administrators. */
@NullMarked
package org.aepsych.web.admin;

import org.jspecify.annotations.NullMarked;
