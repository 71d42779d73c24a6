/** Tests of adaptive experiments as forms. */
@NullMarked
package org.aepsych.core.adaptive.form;

import org.jspecify.annotations.NullMarked;
