package org.aepsych.core.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.message.SeedSource;
import org.aepsych.core.adaptive.message.SessionMessages;
import org.aepsych.core.adaptive.message.ZeroWait;
import org.aepsych.core.adaptive.presented.PresentedExperiments;
import org.aepsych.core.adaptive.presented.PresentedSessions;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.adaptive.session.AdaptiveState;
import org.aepsych.core.adaptive.session.SessionLanes;
import org.aepsych.core.message.AdaptiveDesk;
import org.aepsych.core.replay.Replay;

/** A server for adaptive experiments that can be restarted; each look at the clock is a millisecond later. */
public final class AdaptiveBench implements AutoCloseable {
    /** One binary outcome, one parameter; a quasi-random step of two asks, then a model-based step of one. */
    public static final String TWO_STEPS = """
            [common]
            parnames = [intensity]
            stimuli_per_trial = 1
            outcome_types = [binary]
            strategy_names = [init_strat, opt_strat]

            [metadata]
            experiment_name = demo
            participant_id = P07
            Site = lab 3

            [intensity]
            par_type = continuous
            lower_bound = 0
            upper_bound = 10

            [init_strat]
            generator = SobolGenerator
            min_asks = 2
            min_total_outcome_occurrences = 0

            [opt_strat]
            generator = OptimizeAcqfGenerator
            model = GPClassificationModel
            min_asks = 1
            min_total_outcome_occurrences = 0

            [OptimizeAcqfGenerator]
            acqf = EAVC
            """;

    private final Storage storage;
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final SessionLanes lanes;
    private final AdaptiveExperiments experiments;
    private final SessionMessages messages;
    private final AdaptiveDesk desk;

    /** A server whose storage is empty. */
    public AdaptiveBench() {
        this(StorageForTests.forTest(), new AtomicLong(2), new AtomicLong(1));
    }

    private final AtomicLong ticks;
    private final AtomicLong seeds;

    private AdaptiveBench(Storage storage, AtomicLong ticks, AtomicLong seeds) {
        this.storage = storage;
        this.ticks = ticks;
        this.seeds = seeds;
        Instant start = Clock.fixed(Instant.parse("2026-01-07T12:00:00Z"), ZoneOffset.UTC)
                .instant();
        AdaptiveProtocol protocol = protocol();
        InstantSource clock = () -> start.plusMillis(ticks.getAndIncrement());
        SeedSource source = () -> seeds.getAndIncrement() * 0x5851f42d4c957f2dL;
        this.lanes = new SessionLanes(storage, protocol, clock, executor);
        PresentedExperiments presented =
                new PresentedExperiments(lanes, new PresentedSessions(lanes, protocol), storage, protocol, source);
        this.experiments = new AdaptiveExperiments(lanes, presented, storage, protocol, clock, source);
        this.messages = new SessionMessages(lanes, storage, new ZeroWait(ZeroWait.Settings.OFF));
        this.desk = new AdaptiveDesk(experiments, messages);
    }

    private static AdaptiveProtocol protocol() {
        return new AdaptiveProtocol(TinyStrategies.extensions());
    }

    /** Returns another server on the same storage, which knows nothing but the log. */
    public AdaptiveBench restarted() {
        return new AdaptiveBench(storage, ticks, seeds);
    }

    public Storage storage() {
        return storage;
    }

    public AdaptiveExperiments experiments() {
        return experiments;
    }

    public SessionMessages messages() {
        return messages;
    }

    public SessionLanes lanes() {
        return lanes;
    }

    public AdaptiveDesk desk() {
        return desk;
    }

    public Replay<AdaptiveState, AdaptiveEvent> replay() {
        return new Replay<>(protocol(), storage);
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the lanes are still busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
