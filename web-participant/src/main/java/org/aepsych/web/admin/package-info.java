/** The pages of administrators: here the list of experiments, in packages of their own what one does with them. */
@NullMarked
package org.aepsych.web.admin;

import org.jspecify.annotations.NullMarked;
