package org.aepsych.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryStorage
class UnsupportedTest {
    private final AdaptiveBench bench = new AdaptiveBench();
    private final Talk talk = new Talk(bench.desk().connect());

    @AfterEach
    void close() {
        talk.close();
        bench.close();
    }

    @Test
    void aFileThatNamesPythonExtensionsIsToldWhatToDoInstead() {
        assertThat(talk.setup(AdaptiveBench.TWO_STEPS.replace(
                        "[common]", "[common]\nextensions = [./kernel.py, /lab/acqf.py]")))
                .contains("[common] extensions: [./kernel.py, /lab/acqf.py]", "plugin in Java", "(line 2)");
        assertThat(bench.storage().streams().list()).isEmpty();
        assertThat(talk.setup(AdaptiveBench.TWO_STEPS.replace("[common]", "[common]\nextensions = [ ]")))
                .isEqualTo("{\"strat_id\": 0}");
    }

    @Test
    void whatAepsychHasGivenUpItselfIsNamed() {
        assertThat(talk.setup(AdaptiveBench.TWO_STEPS.replace("acqf = EAVC", "acqf = MonotonicMCLSE")))
                .contains("[OptimizeAcqfGenerator] acqf: Object MonotonicMCLSE is deprecated and no longer supported!");
    }
}
