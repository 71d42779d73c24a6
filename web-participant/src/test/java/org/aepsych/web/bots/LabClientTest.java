package org.aepsych.web.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.aepsych.api.AepsychException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabClientTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://lab.example:81/e/prisoners",
                "http://lab.example:81/e/prisoners/",
                "http://lab.example:81/api/experiments/prisoners"
            })
    void anyAddressOfAnExperimentLeadsToItsInterface(String address) {
        assertThat(LabClient.apiOf(URI.create(address)))
                .isEqualTo(URI.create("http://lab.example:81/api/experiments/prisoners"));
    }

    @Test
    void anAddressWithoutExperimentIsRefused() {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> LabClient.apiOf(URI.create("http://lab.example/")))
                .withMessageContaining("http://lab.example/");
    }
}
