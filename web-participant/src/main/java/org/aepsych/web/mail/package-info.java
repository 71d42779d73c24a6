/** What mails to participants say, in their language. */
@NullMarked
package org.aepsych.web.mail;

import org.jspecify.annotations.NullMarked;
