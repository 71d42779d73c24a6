/** Mails: what is decided is kept until it is sent, and sent once. */
@NullMarked
package org.aepsych.core.mail;

import org.jspecify.annotations.NullMarked;
