package org.aepsych.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private final List<String> stopped = new ArrayList<>();
    private final Lifecycle lifecycle = new Lifecycle();

    private void start(String name) {
        AutoCloseable unused = lifecycle.start(name, () -> () -> stopped.add(name));
    }

    @Test
    void partsStopInReverseAndOnlyOnce() {
        start("storage");
        start("engine");
        start("door");

        lifecycle.close();
        lifecycle.close();

        assertThat(stopped).containsExactly("door", "engine", "storage");
    }

    @Test
    void aPartThatDoesNotStartStopsTheOthers() {
        start("storage");
        start("engine");

        assertThatIllegalStateException()
                .isThrownBy(() -> lifecycle.<AutoCloseable>start("door", () -> {
                    throw new IllegalStateException("the port is taken");
                }))
                .withMessage("the port is taken");

        assertThat(stopped).containsExactly("engine", "storage");
    }

    @Test
    void aPartThatDoesNotStopDoesNotKeepTheOthersRunning() {
        start("storage");
        AutoCloseable unused = lifecycle.start("engine", () -> () -> {
            throw new IllegalStateException("stuck");
        });
        start("door");

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(lifecycle::close)
                .withMessageContaining("engine")
                .havingCause()
                .withMessage("stuck");

        assertThat(stopped).containsExactly("door", "storage");
    }

    @Test
    void nothingStartsAfterTheEnd() {
        lifecycle.close();

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> start("door"))
                .extracting(AepsychException::code)
                .isEqualTo(StandardError.CLOSED);
        assertThat(stopped).isEmpty();
    }
}
