package org.aepsych.examples.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.message.ZeroWait;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks that are prepared while the participant answers, with the real strategies. */
@OnEveryStorage
class ZeroWaitTest {
    private static final int TRIALS = 8;

    @TempDir
    private Path folder;

    @Test
    void whatIsPreparedIsWhatWouldBeDecidedWithout() throws Exception {
        ZeroWait off = new ZeroWait(ZeroWait.Settings.OFF);
        ZeroWait on = new ZeroWait(Duration.ofMinutes(1), Runnable::run);

        List<String> unprepared = run("without.db", off, "");
        List<String> prepared = run("with.db", on, "");

        assertThat(prepared).hasSize(TRIALS).isEqualTo(unprepared);
        assertThat(off.counts()).isEqualTo(new ZeroWait.Counts(0, 0, TRIALS, 0));
        assertThat(on.counts()).isEqualTo(new ZeroWait.Counts(TRIALS - 1, 0, 1, 2 * TRIALS));
    }

    @Test
    void anotherStimulusThanTheOneThatWasAskedForIsDecidedAfresh() throws Exception {
        ZeroWait on = new ZeroWait(Duration.ofMinutes(1), Runnable::run);
        String shown = "{\"contrast\": [0.5], \"size\": [0.25]}";

        List<String> unprepared = run("without.db", new ZeroWait(ZeroWait.Settings.OFF), shown);

        assertThat(run("with.db", on, shown)).isEqualTo(unprepared);
        assertThat(on.counts().ready()).isZero();
    }

    @Test
    void nothingIsBegunThatTheBudgetDoesNotAllow() throws Exception {
        ZeroWait poor = new ZeroWait(Duration.ZERO, Runnable::run);

        List<String> asked = run("poor.db", poor, "");

        assertThat(asked).isEqualTo(run("without.db", new ZeroWait(ZeroWait.Settings.OFF), ""));
        assertThat(poor.counts()).isEqualTo(new ZeroWait.Counts(0, 0, TRIALS, 0));
    }

    /** Runs an experiment; {@code shown} is told instead of what was asked for, unless it is empty. */
    private List<String> run(String name, ZeroWait zeroWait, String shown) throws Exception {
        List<String> asked = new ArrayList<>();
        Path definition = Path.of(Objects.requireNonNull(ZeroWaitTest.class.getResource("/adaptive/two-parameters.ini"))
                .toURI());
        try (AdaptiveServer server = new AdaptiveServer(folder.resolve(name), zeroWait);
                SocketClient client = new SocketClient(server.address())) {
            client.setup(definition);
            for (int trial = 0; trial < TRIALS; trial++) {
                Json.Obj answer = client.ask();
                asked.add(answer.text());
                Json config = shown.isEmpty() ? answer.find("config").orElseThrow() : new JsonReader().read(shown);
                client.tell(config, trial % 3 == 1 ? 1 : 0);
            }
            assertThat(server.replay().verify(new StreamId(1)).problem()).isEmpty();
        }
        return asked;
    }
}
