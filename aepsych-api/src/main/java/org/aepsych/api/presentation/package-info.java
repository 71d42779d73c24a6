/** How stimuli are shown in a browser: the contract of presenters. */
@NullMarked
package org.aepsych.api.presentation;

import org.jspecify.annotations.NullMarked;
