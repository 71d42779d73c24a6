package org.aepsych.core.adaptive.event;

/**
 * A place in the log of a session, with the hash that seals everything up to there.
 *
 * @param stream the session's number in the database in which it was looked at
 * @param experimentId the experiment it belongs to
 * @param sequence the last message, from 1
 * @param hash that message's hash
 */
public record LogPosition(long stream, String experimentId, long sequence, String hash) {}
