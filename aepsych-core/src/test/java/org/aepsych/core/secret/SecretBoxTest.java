package org.aepsych.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.aepsych.api.AepsychException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {
    private static final String SECRET = "geheim, Grüße \uD83E\uDDEA";
    private static final String KEY = "0123456789abcdef".repeat(4);

    private final SecretSource chance = SecretSource.secure();

    @TempDir
    private Path data;

    @Test
    void aSecretComesOutAsItWentInAndIsNotReadBetween() {
        SecretBox box = box(Map.of());

        String sealed = box.seal("mail.password", SECRET);

        assertThat(SecretBox.isSealed(sealed)).isTrue();
        assertThat(sealed).doesNotContain("geheim").isNotEqualTo(box.seal("mail.password", SECRET));
        assertThat(box(Map.of()).open("mail.password", sealed)).isEqualTo(SECRET);
    }

    @Test
    void whatIsNotSealedIsFromBefore() {
        assertThat(box(Map.of()).open("mail.password", "plain")).isEqualTo("plain");
        assertThat(data.resolve("secret.key")).doesNotExist();
    }

    @Test
    void oneSecretCannotStandInForAnother() {
        SecretBox box = box(Map.of());
        String sealed = box.seal("authenticator of account 1", SECRET);

        assertSealed(() -> box.open("authenticator of account 2", sealed), "has been altered");
    }

    @Test
    void alteredTextsAreRefused() {
        SecretBox box = box(Map.of());
        String sealed = box.seal("x", SECRET);
        int middle = sealed.length() - 5;
        char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';

        for (String altered : List.of(
                sealed.substring(0, middle) + other + sealed.substring(middle + 1),
                sealed.substring(0, 20),
                "sealed:1:nothing")) {
            assertSealed(() -> box.open("x", altered), "has been altered");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theFirstSecretMakesAKeyThatOnlyItsOwnerReads() throws IOException {
        box(Map.of()).seal("x", SECRET);

        Path file = data.resolve("secret.key");
        assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() {
        String sealed = box(Map.of("AEPSYCH_KEY", KEY)).seal("x", SECRET);

        assertThat(data.resolve("secret.key")).doesNotExist();
        assertThat(box(Map.of("AEPSYCH_KEY", KEY)).open("x", sealed)).isEqualTo(SECRET);
        assertSealed(() -> box(Map.of()).open("x", sealed), "which is not in " + data.resolve("secret.key"));
    }

    @Test
    void aNewKeySealsAndTheOldOneStillOpens() {
        SecretBox box = box(Map.of());
        String old = box.seal("x", SECRET);

        String name = SealingKeys.of(Map.of(), data, chance).rotate();

        assertThat(box.open("x", old)).isEqualTo(SECRET);
        String renewed = box.renewed("x", old).orElseThrow();
        assertThat(renewed).startsWith("sealed:1:" + name + ":");
        assertThat(box.open("x", renewed)).isEqualTo(SECRET);
        assertThat(box.renewed("x", renewed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "0123456789abcdef",
                "not hexadecimal, but as long as a key has to be, which is sixty-four"
            })
    void aKeyThatIsNoneIsNamedAndNotRepeated(String text) {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> box(Map.of("AEPSYCH_KEY", text)).seal("x", SECRET))
                .withMessageContaining("AEPSYCH_KEY")
                .withMessageContaining("64 hexadecimal digits")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(text));
    }

    private SecretBox box(Map<String, String> environment) {
        return new SecretBox(SealingKeys.of(environment, data, chance), chance);
    }

    private static void assertSealed(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening, String sentence) {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(opening)
                .withMessageContaining(sentence)
                .extracting(AepsychException::code)
                .isEqualTo(SecretError.SECRET_SEALED);
    }
}
