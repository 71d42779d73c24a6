/** Adaptive experiments as forms: the same as their files say, field by field. */
@NullMarked
package org.aepsych.core.adaptive.form;

import org.jspecify.annotations.NullMarked;
