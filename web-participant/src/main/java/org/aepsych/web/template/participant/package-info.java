/** The templates of participants' pages. */
@NullMarked
package org.aepsych.web.template.participant;

import org.jspecify.annotations.NullMarked;
