package org.aepsych.examples.adaptive;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.message.SeedSource;
import org.aepsych.core.adaptive.message.SessionMessages;
import org.aepsych.core.adaptive.message.ZeroWait;
import org.aepsych.core.adaptive.posterior.PosteriorQuestion;
import org.aepsych.core.adaptive.posterior.PosteriorView;
import org.aepsych.core.adaptive.posterior.Posteriors;
import org.aepsych.core.adaptive.posterior.ThresholdEstimates;
import org.aepsych.core.adaptive.presented.PresentedExperiments;
import org.aepsych.core.adaptive.presented.PresentedSessions;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.adaptive.session.AdaptiveState;
import org.aepsych.core.adaptive.session.SessionLanes;
import org.aepsych.core.message.AdaptiveDesk;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.core.replay.Replay;
import org.aepsych.strategies.BuiltinStrategies;
import org.aepsych.web.adaptive.TcpDoor;

/** The part of the server that adaptive experiments need, put together by hand on a {@link TestStorage}. */
final class AdaptiveServer implements AutoCloseable {
    private final ExecutorService lanes = Executors.newFixedThreadPool(4);
    private final Storage storage;
    private final AdaptiveProtocol protocol;
    private final SessionLanes sessions;
    private final AdaptiveExperiments experiments;
    private final TcpDoor door;

    AdaptiveServer(Path file) {
        this(file, new ZeroWait(ZeroWait.Settings.OFF));
    }

    AdaptiveServer(Path file, ZeroWait zeroWait) {
        this.storage = TestStorage.open(file);
        this.protocol = new AdaptiveProtocol(new Extensions(strategies(), Map.of(), Map.of()));
        InstantSource clock = InstantSource.system();
        SeedSource seeds = SeedSource.unpredictable();
        this.sessions = new SessionLanes(storage, protocol, clock, lanes);
        PresentedExperiments presented =
                new PresentedExperiments(sessions, new PresentedSessions(sessions, protocol), storage, protocol, seeds);
        this.experiments = new AdaptiveExperiments(sessions, presented, storage, protocol, clock, seeds);
        AdaptiveDesk desk = new AdaptiveDesk(experiments, new SessionMessages(sessions, storage, zeroWait));
        this.door = TcpDoor.open(desk::connect, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static Map<String, StrategyFactory> strategies() {
        Map<String, StrategyFactory> byName = new HashMap<>();
        BuiltinStrategies.factories().forEach(factory -> byName.put(factory.name(), factory));
        return byName;
    }

    InetSocketAddress address() {
        return door.address();
    }

    AdaptiveExperiments experiments() {
        return experiments;
    }

    SessionLanes sessions() {
        return sessions;
    }

    Storage storage() {
        return storage;
    }

    Replay<AdaptiveState, AdaptiveEvent> replay() {
        return new Replay<>(protocol, storage);
    }

    /** What the page of a session shows of its threshold. */
    Optional<PosteriorView> page(StreamId session, PosteriorQuestion question) {
        return new Posteriors(sessions).present(session, question);
    }

    /** What an export says of it. */
    List<ThresholdEstimates.Threshold> exported(StreamId session) {
        return new ThresholdEstimates(protocol, storage)
                .of(storage.streams().list().stream()
                        .filter(stream -> stream.id().equals(session))
                        .findFirst()
                        .orElseThrow());
    }

    @Override
    public void close() {
        door.close();
        lanes.shutdown();
        try {
            if (!lanes.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the lanes are still busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        storage.close();
    }
}
