/** How long clients of AEPsych's protocol wait, and how many trials a server takes in a second. */
@NullMarked
package org.aepsych.web.bench;

import org.jspecify.annotations.NullMarked;
