/** The templates of administrators' pages. */
@NullMarked
package org.aepsych.web.template.admin;

import org.jspecify.annotations.NullMarked;
