package org.aepsych.core.imports;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.storage.Storage;

/** What was read from another program's database and can be stored as experiments of this one. */
public interface ReadDatabase {
    /**
     * Returns what was found, and whether it stands up to being computed again.
     *
     * @return the report
     */
    ImportReport report();

    /**
     * Stores everything.
     *
     * @param storage where to
     * @param name id of the new experiment; the importer picks one if empty
     * @return the ids of the experiments, in order
     * @throws org.aepsych.api.AepsychException {@code EXPERIMENT_EXISTS} if the name is taken, then nothing is stored;
     *     {@code INPUT_INVALID} if the name cannot be given
     */
    List<ExperimentId> store(Storage storage, Optional<ExperimentId> name);
}
