/** The pages' templates, made into Java by the build; their sources are in src/main/jte. */
@NullMarked
package org.aepsych.web.template;

import org.jspecify.annotations.NullMarked;
