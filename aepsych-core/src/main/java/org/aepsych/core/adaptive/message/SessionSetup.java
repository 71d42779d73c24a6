package org.aepsych.core.adaptive.message;

import java.util.Optional;
import java.util.UUID;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.core.adaptive.design.DesignReader;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.design.Metadata;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.event.BrowserRequest;
import org.aepsych.core.adaptive.recorded.NumberedSession;
import org.aepsych.core.adaptive.recorded.SessionNumbers;
import org.aepsych.core.adaptive.recorded.WarmStarts;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.adaptive.session.SessionLanes;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up sessions. Thread-safe. */
public final class SessionSetup {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSetup.class);

    private final SessionLanes lanes;
    private final Storage storage;
    private final AdaptiveProtocol protocol;
    private final SeedSource seeds;
    private final SessionNumbers numbers;

    /**
     * Takes what it works with.
     *
     * @param lanes opens the logs
     * @param storage where earlier sessions are
     * @param protocol what files may say
     * @param seeds gives new sessions their seeds and ids
     */
    public SessionSetup(SessionLanes lanes, Storage storage, AdaptiveProtocol protocol, SeedSource seeds) {
        this.lanes = lanes;
        this.storage = storage;
        this.protocol = protocol;
        this.seeds = seeds;
        this.numbers = new SessionNumbers(storage.streams());
    }

    /**
     * Sets up a session; nothing is written if the file has problems.
     *
     * @param request what the client sent
     * @param file the experiment file
     * @param experimentId id for a file that gives none; drawn if empty
     * @return the new session
     * @throws org.aepsych.api.config.ConfigException with everything that is wrong with the file
     */
    public NumberedSession setup(Json.Obj request, ExperimentFile file, Optional<String> experimentId) {
        DesignReader.Checked checked = protocol.check(file);
        checked.warnings().forEach(warning -> LOG.warn("experiment file: {}", warning));
        ExperimentDesign design = checked.design();
        var unused = protocol.presentation(design);
        Metadata metadata = design.metadata();
        String experiment = metadata.experimentId().or(() -> experimentId).orElseGet(this::uuid);
        String participant =
                BrowserRequest.participant(request).or(metadata::participantId).orElseGet(this::uuid);
        AdaptiveEvent.Setup setup = new AdaptiveEvent.Setup(
                request,
                file.text(),
                design.seed().orElseGet(seeds::next),
                experiment,
                participant,
                new WarmStarts(storage, protocol).find(design, experiment),
                Optional.empty());
        StreamHeader header = new StreamHeader(
                Protocol.ADAPTIVE,
                new ExperimentId(experiment),
                Optional.of(metadata.name()),
                Optional.of(metadata.description()),
                Optional.of(participant),
                metadata.extra());
        StreamId stream = lanes.open(header, setup, SessionMessages.extraInfo(request));
        return new NumberedSession(stream, numbers.of(stream), experiment);
    }

    private String uuid() {
        long high = (seeds.next() & ~0xf000L) | 0x4000L;
        long low = (seeds.next() & ~(3L << 62)) | (2L << 62);
        return new UUID(high, low).toString();
    }
}
