/** The demonstration: experiments with simulated participants that a visitor can join. */
@NullMarked
package org.aepsych.web.demo;

import org.jspecify.annotations.NullMarked;
