package org.aepsych.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.config.server.ClientRules;
import org.aepsych.core.config.server.ProtocolEra;
import org.aepsych.core.json.Json;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryStorage
class SecretTest {
    private static final String HELLO = "{\"type\": \"hello\", \"secret\": \"open sesame\"}";
    private static final String SETUP = Json.Obj.empty()
            .with("type", Json.of("setup"))
            .with("message", Json.Obj.empty().with("config_str", Json.of(AdaptiveBench.TWO_STEPS)))
            .with("secret", Json.of("open sesame"))
            .text();

    private final AdaptiveBench bench = new AdaptiveBench();
    private final ClientRules rules = new ClientRules(Optional.of("open sesame"), ProtocolEra.OBJECTS, true);
    private final Conversation client = bench.desk().connect(rules);

    @AfterEach
    void close() {
        client.close();
        bench.close();
    }

    @Test
    void withoutTheSecretNothingIsAnsweredAndNothingHappens() {
        Reply reply = client.handle(SETUP.replace("secret", "sesame"));

        assertThat(reply.text()).startsWith("{\"server_error\": \"PermissionError('this server wants its secret first");
        assertThat(reply.closes()).isFalse();
        assertThat(bench.storage().streams().list()).isEmpty();
        assertThat(client.handle("{\"type\": \"info\"").text()).contains("not JSON");
    }

    @Test
    void aWrongSecretEndsTheConnection() {
        Reply reply = client.handle(HELLO.replace("open", "close"));

        assertThat(reply.text()).contains("the secret is wrong").doesNotContain("sesame");
        assertThat(reply.closes()).isTrue();
    }

    @Test
    void theSecretIsShownOnceAndKeptNowhere() {
        assertThat(client.handle(HELLO).text()).isEqualTo("{\"welcome\": true}");
        assertThat(client.handle(SETUP).text()).isEqualTo("{\"strat_id\": 0}");
        assertThat(client.handle("{\"type\": \"ask\", \"message\": \"\"}").text())
                .startsWith("{\"config\"");

        assertThat(bench.storage().events().read(new StreamId(1), 0))
                .hasSize(2)
                .noneMatch(recorded -> recorded.contents().contains("sesame"));
    }

    @Test
    void anyFirstRequestMayBringIt() {
        assertThat(client.handle(SETUP).text()).isEqualTo("{\"strat_id\": 0}");
        assertThat(client.handle("{\"type\": \"info\"}").text()).startsWith("{\"db_name\"");
        assertThat(rules.toString()).doesNotContain("sesame");
    }

    @Test
    void aServerWithoutSecretDoesNotRecordOneEither() {
        Conversation open = bench.desk().connect(ClientRules.STANDARD);

        assertThat(open.handle(SETUP).text()).isEqualTo("{\"strat_id\": 0}");
        assertThat(bench.storage().events().read(new StreamId(1), 0))
                .noneMatch(recorded -> recorded.contents().contains("sesame"));
    }

    @Test
    void aServerMayStaySilentOnWhatIsNoJson() {
        Conversation quiet = bench.desk().connect(new ClientRules(Optional.empty(), ProtocolEra.OBJECTS, false));

        assertThat(quiet.refuse("garbage", "unexpected")).isEqualTo(new Reply("", false));
        assertThat(quiet.handle("{\"type\": nothing}").text()).isEmpty();
        assertThat(quiet.handle("{\"type\": \"foo\"}").text()).contains("unknown type: foo");
    }
}
