package org.aepsych.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownAddressTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://ann:geheim@db/lab, jdbc:postgresql://ann:...@db/lab",
        "jdbc:postgresql://ann:ge@he:im@db:5432/lab, jdbc:postgresql://ann:...@db:5432/lab",
        "jdbc:postgresql://db/lab?user=ann&password=geheim, jdbc:postgresql://db/lab?user=ann&password=...",
        "jdbc:postgresql://db/lab?PASSWORD=geheim&ssl=true, jdbc:postgresql://db/lab?PASSWORD=...&ssl=true",
        "jdbc:postgresql://db/lab?sslpassword=geheim, jdbc:postgresql://db/lab?sslpassword=...",
        "cannot read \"jdbc:postgresql://ann:geheim@db\" here, cannot read \"jdbc:postgresql://ann:...@db\" here"
    })
    void passwordsBecomeDots(String address, String shown) {
        assertThat(ShownAddress.of(address)).isEqualTo(shown).doesNotContain("geheim");
        assertThat(ShownAddress.holdsPassword(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db:5432/lab?ssl=true",
                "jdbc:postgresql://one:5432,two:5433/lab",
                "jdbc:postgresql://[::1]:5432/lab",
                "jdbc:postgresql:lab"
            })
    void addressesWithoutPasswordsStayAsTheyAre(String address) {
        assertThat(ShownAddress.of(address)).isEqualTo(address);
    }

    @Test
    void whatIsShownIsShownTheSameAgain() {
        String shown = ShownAddress.of("jdbc:postgresql://ann:x@db/lab?password=y");

        assertThat(ShownAddress.of(shown)).isEqualTo(shown);
    }
}
