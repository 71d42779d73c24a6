package org.aepsych.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.aepsych.api.ErrorKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemMapperTest {
    @ParameterizedTest
    @CsvSource({
        "INVALID_INPUT, 422",
        "CONFIGURATION, 422",
        "UNAUTHENTICATED, 401",
        "FORBIDDEN, 403",
        "NOT_FOUND, 404",
        "CONFLICT, 409",
        "UNAVAILABLE, 503",
        "PLUGIN, 500",
        "INTERNAL, 500"
    })
    void everyKindHasItsStatus(ErrorKind kind, int status) {
        assertThat(ProblemMapper.status(kind)).isEqualTo(status);
    }
}
