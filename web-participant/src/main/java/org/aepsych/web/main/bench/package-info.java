/** The commands that measure the program: how fast it is, how fast strategies learn, and what a crash loses. */
@NullMarked
package org.aepsych.web.main.bench;

import org.jspecify.annotations.NullMarked;
