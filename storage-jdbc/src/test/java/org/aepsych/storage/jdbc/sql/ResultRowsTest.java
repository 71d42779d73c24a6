package org.aepsych.storage.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.storage.ResultRow;
import org.junit.jupiter.api.Test;

class ResultRowsTest {
    /** That participants' rows were cleared is no row of a table: it empties the tables. */
    @Test
    void everyKindOfRowHasATableInTheOrderOfTheContract() {
        List<Class<?>> kinds = new ArrayList<>(List.of(ResultRow.class.getPermittedSubclasses()));
        kinds.remove(ResultRow.ParticipantsCleared.class);
        assertThat(ResultRows.kinds()).isEqualTo(kinds);
    }
}
