/** The TCP door for AEPsych clients: frames bytes, nothing else. */
@NullMarked
package org.aepsych.web.adaptive;

import org.jspecify.annotations.NullMarked;
