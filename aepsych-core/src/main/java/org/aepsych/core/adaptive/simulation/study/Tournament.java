package org.aepsych.core.adaptive.simulation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.aepsych.core.plugin.Extensions;

/**
 * Simulates several studies, each many times, side by side.
 *
 * @param studies what is simulated
 * @param replicates sessions of each, from 1
 * @param checkpoints after how many trials to measure
 * @param seed what is drawn follows from it; session by session the same for all studies
 * @param threads how many sessions at the same time, from 1
 */
public record Tournament(List<Study> studies, int replicates, SortedSet<Integer> checkpoints, long seed, int threads) {
    /** Copies the list. */
    public Tournament {
        studies = List.copyOf(studies);
    }

    /**
     * Runs.
     *
     * @param extensions what the experiment files may name
     * @param progress told of every session when it ends; from several threads
     * @return every session, study by study
     */
    public List<Replicate> run(Extensions extensions, Consumer<Replicate> progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<Replicate>> sessions = new ArrayList<>();
            List<Simulation> simulations = studies.stream()
                    .map(study -> new Simulation(study, extensions))
                    .toList();
            for (Simulation simulation : simulations) {
                for (int number = 0; number < replicates; number++) {
                    int own = number;
                    sessions.add(CompletableFuture.supplyAsync(
                            () -> {
                                Replicate replicate = simulation.run(seed, own, checkpoints);
                                progress.accept(replicate);
                                return replicate;
                            },
                            pool));
                }
            }
            return sessions.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } finally {
            pool.shutdownNow();
        }
    }
}
