package org.aepsych.web.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFramerTest {
    private static final String FIRST =
            "{\"type\": \"tell\", \"message\": {\"config\": {\"é\\\"}\": [-1.5e-3, NaN, -Infinity]}, \"outcome\": true}}";
    private static final String SECOND = "{\"type\": \"exit\", \"message\": \"\\u00e9 ] }\"}";

    private static List<Frame> frames(byte[]... pieces) {
        JsonFramer framer = new JsonFramer(1000);
        List<Frame> frames = new ArrayList<>();
        for (byte[] piece : pieces) {
            frames.addAll(framer.accept(piece, piece.length));
        }
        return frames;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\t", "\uFEFF"})
    void twoRequestsAreFoundWhereverTheStreamIsCut(String between) {
        byte[] stream = bytes(between + FIRST + between.replace("\uFEFF", "") + SECOND);
        for (int cut = 0; cut <= stream.length; cut++) {
            assertThat(frames(Arrays.copyOfRange(stream, 0, cut), Arrays.copyOfRange(stream, cut, stream.length)))
                    .as("cut at %d", cut)
                    .containsExactly(new Frame.Document(FIRST), new Frame.Document(SECOND));
        }
    }

    @Test
    void bytesMayArriveOneByOne() {
        byte[][] pieces = new byte[bytes(FIRST).length][];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = new byte[] {bytes(FIRST)[i]};
        }
        assertThat(frames(pieces)).containsExactly(new Frame.Document(FIRST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{'type': 'ask'}",
                "{\"type\": \"ask\",}",
                "{\"type\" \"ask\"}",
                "{\"a\": nul1}",
                "{\"a\": \"\\x\"}",
                "{\"a\": \"\\u00g0\"}",
                "]",
                "{\"a\": 1]",
                "{1: 2}"
            })
    void afterGarbageTheNextLineCounts(String garbage) {
        List<Frame> frames = frames(bytes(garbage + "\n" + FIRST));

        assertThat(frames).hasSize(2);
        assertThat(frames.get(0))
                .isInstanceOfSatisfying(
                        Frame.Garbage.class, frame -> assertThat(frame.text()).isEqualTo(garbage));
        assertThat(frames.get(1)).isEqualTo(new Frame.Document(FIRST));
    }

    @Test
    void afterGarbageWithoutALineEndTheNextPieceCounts() {
        assertThat(frames(bytes("hello"), bytes(FIRST)).get(1)).isEqualTo(new Frame.Document(FIRST));
    }

    @Test
    void aMissingBracketSpoilsOnlyItsLine() {
        assertThat(frames(bytes("{\"type\": \"ask\"\n{\"type\": \"ask\"}\n" + SECOND)))
                .last()
                .isEqualTo(new Frame.Document(SECOND));
    }

    @Test
    void numbersEndWhereSomethingElseBegins() {
        assertThat(frames(bytes("5 -1.5\n[12]")))
                .containsExactly(new Frame.Document("5"), new Frame.Document("-1.5"), new Frame.Document("[12]"));
        JsonFramer framer = new JsonFramer(1000);
        assertThat(framer.accept(bytes("42"), 2)).isEmpty();
        assertThat(framer.end()).containsExactly(new Frame.Document("42"));
    }

    @Test
    void whatIsCutOffByTheEndIsGarbage() {
        JsonFramer framer = new JsonFramer(1000);
        assertThat(framer.accept(bytes("{\"type\""), 7)).isEmpty();
        assertThat(framer.end()).singleElement().isInstanceOf(Frame.Garbage.class);
        assertThat(framer.end()).isEmpty();
    }

    @Test
    void documentsAreNestedOnlySoDeep() {
        String deepest = "[".repeat(JsonFramer.DEEPEST) + "]".repeat(JsonFramer.DEEPEST);
        assertThat(frames(bytes(deepest))).containsExactly(new Frame.Document(deepest));
        assertThat(frames(bytes("[" + deepest + "]"))).singleElement().isInstanceOf(Frame.Garbage.class);
    }

    @Test
    void aDocumentThatIsTooLongEndsTheStream() {
        List<Frame> frames = frames(bytes("\"" + "x".repeat(2000)), bytes("\" " + FIRST));

        assertThat(frames).singleElement().isInstanceOf(Frame.TooLong.class);
    }
}
