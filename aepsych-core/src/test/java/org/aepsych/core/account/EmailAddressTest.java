package org.aepsych.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @Test
    void isTheSameInUpperAndLowerCase() {
        assertThat(EmailAddress.find(" One+X@Example.COM ")).contains("one+x@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.c",
                "a@abc",
                "@example.com",
                "a b@example.com",
                "a@b@example.com",
                "a@ex_ample.com",
                "é@example.com",
                ""
            })
    void isRefusedIfMailsWouldNotArrive(String text) {
        assertThat(EmailAddress.find(text)).isEmpty();
    }

    @Test
    void hasALocalPartOfAtMost64Characters() {
        assertThat(EmailAddress.find("a".repeat(64) + "@example.com")).isPresent();
        assertThat(EmailAddress.find("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(EmailAddress.find("a@" + "b".repeat(253))).isEmpty();
    }
}
