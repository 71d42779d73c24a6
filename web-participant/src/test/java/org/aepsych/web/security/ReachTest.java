package org.aepsych.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, COMPUTER",
        "http://lab.localhost, COMPUTER",
        "http://127.0.0.1:8080, COMPUTER",
        "http://127.9.9.9, COMPUTER",
        "http://[::1]:8080, COMPUTER",
        "http://0.0.0.0:8080, COMPUTER",
        "http://192.168.1.7:8080, NETWORK",
        "http://10.0.0.2, NETWORK",
        "http://172.16.0.1, NETWORK",
        "http://169.254.1.1, NETWORK",
        "http://[fd00::1]:8080, NETWORK",
        "http://[fe80::1]:8080, NETWORK",
        "http://labpc:8080, NETWORK",
        "http://labpc.local, NETWORK",
        "http://172.32.0.1, ANYWHERE",
        "http://8.8.8.8, ANYWHERE",
        "http://[2001:db8::1], ANYWHERE",
        "https://lab.example.org, ANYWHERE",
        "http://lab_1.example.org, ANYWHERE",
        "no address, ANYWHERE"
    })
    void anAddressTellsFromWhereItCanBeOpened(String address, Reach reach) {
        assertThat(Reach.of(address)).isEqualTo(reach);
    }
}
