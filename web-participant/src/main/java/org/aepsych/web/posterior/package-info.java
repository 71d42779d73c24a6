/** What the models of adaptive sessions believe, as charts and as choices of what they show. */
@org.jspecify.annotations.NullMarked
package org.aepsych.web.posterior;
