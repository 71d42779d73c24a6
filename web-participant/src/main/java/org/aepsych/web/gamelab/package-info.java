/**
 * The participants' interface of gamelab 1.1.10 for one experiment, so that programs written for gamelab take part
 * unchanged; their base address is {@code /e/{experiment}/lab}.
 *
 * <p><b>Sessions.</b> gamelab recognises a participant by two integers, {@code sessid} and {@code sesscookie}, of which
 * only 32 bits are random. Here both together are the 256 random bits of an ordinary session's token, written as
 * integers: {@code sesscookie} is the first 32 bits, {@code sessid} the other 224, up to 68 decimal digits. Clients hand
 * them back as text, so nothing but their length differs, the store still keeps only the token's hash, and guessing the
 * pair is as hopeless as guessing the token. A pair is worth something only for the experiment that gave it out. The
 * cookies are sent back to the experiment's base address only, are hidden from scripts, and are never sent from other
 * sites; so it does no harm that changes by GET are allowed here, which gamelab's clients may count on.
 *
 * <p><b>What differs from gamelab.</b> Whatever is the experimenter's stays with them: names of games are sent as
 * {@code Game 1} and so on, the experimenter's address, the log-in address and the mailer's number as empty texts and 0.
 * {@code player.instr}, a habit of the browser, is kept by the browser in a third cookie. Nobody plays from the lobby.
 * Too many attempts from one address are answered with 429. Mechanical Turk is absent, and there is no questionnaire:
 * answers to its questions are judged but not counted.
 */
@NullMarked
package org.aepsych.web.gamelab;

import org.jspecify.annotations.NullMarked;
