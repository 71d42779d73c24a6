/** Seeing to a game experiment and its participants: links, passwords, notes, pauses, export and deletion. */
@NullMarked
package org.aepsych.web.admin.manage;

import org.jspecify.annotations.NullMarked;
