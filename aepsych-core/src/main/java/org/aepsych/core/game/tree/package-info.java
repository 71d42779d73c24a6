/** Games in extensive form: who moves when and knows what; each is played as its strategic form. */
@NullMarked
package org.aepsych.core.game.tree;

import org.jspecify.annotations.NullMarked;
