/**
 * How game experiments decide: what all commands have in common, the rules by which things happen by themselves, and the
 * protocol that decides a log again.
 */
@NullMarked
package org.aepsych.core.game.decision;

import org.jspecify.annotations.NullMarked;
