/** Where adaptive experiments are defined, by a form or by a file. */
@NullMarked
package org.aepsych.web.admin.design;

import org.jspecify.annotations.NullMarked;
