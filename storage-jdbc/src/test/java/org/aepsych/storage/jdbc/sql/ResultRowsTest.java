package org.aepsych.storage.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aepsych.api.storage.ResultRow;
import org.junit.jupiter.api.Test;

class ResultRowsTest {
    @Test
    void everyKindOfRowHasATableInTheOrderOfTheContract() {
        assertThat(ResultRows.kinds()).isEqualTo(List.of(ResultRow.class.getPermittedSubclasses()));
    }
}
