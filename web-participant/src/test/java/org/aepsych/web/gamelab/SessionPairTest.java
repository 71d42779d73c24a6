package org.aepsych.web.gamelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.aepsych.core.account.SecretToken;
import org.aepsych.core.secret.SecretSource;
import org.junit.jupiter.api.Test;

class SessionPairTest {
    @Test
    void carriesTheWholeToken() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            int zeros = i % 33;
            SecretToken token = SecretToken.draw(count -> {
                byte[] bytes = new byte[count];
                random.nextBytes(bytes);
                Arrays.fill(bytes, 0, zeros, (byte) 0);
                return bytes;
            });

            SessionPair pair = SessionPair.of(token);

            assertThat(pair.token()).isEqualTo(token);
            assertThat(SessionPair.parse(pair.sessid().toString(), Long.toString(pair.sesscookie())))
                    .contains(pair);
        }
    }

    @Test
    void cannotBeReadFromAnythingElse() {
        String tooLong = "9".repeat(68);
        assertThat(SessionPair.parse(tooLong, "1")).isEmpty();
        assertThat(SessionPair.parse("1", "4294967296")).isEmpty();
        assertThat(SessionPair.parse("1", "4294967295")).isPresent();
        assertThat(SessionPair.parse("-1", "1")).isEmpty();
        assertThat(SessionPair.parse("", "1")).isEmpty();
        assertThat(SessionPair.parse("1", "x")).isEmpty();
    }

    @Test
    void staysOutOfLogs() {
        SessionPair pair = SessionPair.of(SecretToken.draw(SecretSource.secure()));
        assertThat(pair.toString()).doesNotContain(pair.sessid().toString());
    }
}
