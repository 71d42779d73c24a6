package org.aepsych.core.aepsych;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.core.json.Json;

/**
 * A session that AEPsych's server recorded: a row of {@code master} with what belongs to it.
 *
 * @param number {@code master.unique_id}
 * @param experimentName empty if none is recorded
 * @param experimentDescription empty if none is recorded
 * @param experimentId empty if none is recorded
 * @param participantId empty if none is recorded
 * @param extraMetadata JSON object text, empty if none is recorded
 * @param messages in the order of recording
 * @param extraData what was told beside each trial, in order; empty if this generation of files does not say
 * @param configuration sections and options as the server understood them; empty if they are not recorded
 */
public record RecordedSession(
        long number,
        Optional<String> experimentName,
        Optional<String> experimentDescription,
        Optional<String> experimentId,
        Optional<String> participantId,
        Optional<String> extraMetadata,
        List<RecordedMessage> messages,
        Optional<List<Json.Obj>> extraData,
        Optional<Map<String, Map<String, Optional<String>>>> configuration) {
    /** Copies the lists. */
    public RecordedSession {
        messages = List.copyOf(messages);
        extraData = extraData.map(List::copyOf);
    }
}
