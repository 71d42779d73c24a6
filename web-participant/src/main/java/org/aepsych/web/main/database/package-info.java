/** The commands that work on what is stored, without a server: look, copy, back up, export, import, erase and seal. */
@NullMarked
package org.aepsych.web.main.database;

import org.jspecify.annotations.NullMarked;
