/** The presenters that come along: text, image, Gabor patch, tone, and offers of money. */
@NullMarked
package org.aepsych.web.presenter;

import org.jspecify.annotations.NullMarked;
