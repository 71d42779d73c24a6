/** What all pages of one experiment begin with: its name, how far it is, and its tabs. */
@NullMarked
package org.aepsych.web.admin.head;

import org.jspecify.annotations.NullMarked;
