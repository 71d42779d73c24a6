package org.aepsych.web.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8InputTest {
    private static final String TEXT = "{\"type\": \"\u00e9\u4e2d\ud83d\ude00\"}";

    private static String read(byte[] sent, int pieceLength) {
        Utf8Input input = new Utf8Input();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (int at = 0; at < sent.length; at += pieceLength) {
            int length = Math.min(pieceLength, sent.length - at);
            byte[] piece = new byte[length];
            System.arraycopy(sent, at, piece, 0, length);
            read.writeBytes(input.accept(piece, length));
        }
        read.writeBytes(input.end());
        return read.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void everyEncodingIsToldFromItsFirstBytesInWhateverPiecesTheyCome(String charset) {
        byte[] sent = TEXT.getBytes(Charset.forName(charset));

        assertThat(read(sent, sent.length)).isEqualTo(TEXT);
        assertThat(read(sent, 1)).isEqualTo(TEXT);
        assertThat(read(sent, 3)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkTellsIt(String charset) {
        assertThat(read(("\ufeff" + TEXT).getBytes(Charset.forName(charset)), 5).replace("\ufeff", ""))
                .isEqualTo(TEXT);
    }

    @Test
    void aSingleByteIsHandedOutAtTheEnd() {
        assertThat(read(new byte[] {'5'}, 1)).isEqualTo("5");
    }
}
