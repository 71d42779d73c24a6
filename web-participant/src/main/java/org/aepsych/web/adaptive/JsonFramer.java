package org.aepsych.web.adaptive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream of bytes into JSON documents. AEPsych's clients put nothing between them: a document ends where its
 * brackets close, in whatever pieces it arrives and whatever follows at once. What can no longer become JSON is handed
 * out as garbage, up to the end of its line or of the piece that it arrived in, and the next document may follow. Not
 * thread-safe.
 */
final class JsonFramer {
    /** How deeply brackets may be nested. */
    static final int DEEPEST = 100;

    private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

    private final int longest;
    private final ByteArrayOutputStream document = new ByteArrayOutputStream();
    private JsonPrefix prefix = new JsonPrefix(DEEPEST);
    private int markSeen;
    private boolean closed;

    /**
     * A framer at the beginning of a stream.
     *
     * @param longest how many bytes a document may have
     */
    JsonFramer(int longest) {
        this.longest = longest;
    }

    /**
     * Takes what has arrived.
     *
     * @param bytes holds the piece
     * @param length its length, from the first byte
     * @return what is complete now, in order
     */
    List<Frame> accept(byte[] bytes, int length) {
        List<Frame> frames = new ArrayList<>();
        int next = 0;
        while (next < length && !closed) {
            int b = bytes[next] & 0xff;
            if (isBetweenDocuments(b)) {
                next++;
            } else {
                next = inDocument(bytes, next, length, frames);
            }
        }
        return frames;
    }

    /**
     * Takes the end of the stream.
     *
     * @return a number that only the end completes, or a document that will never be complete
     */
    List<Frame> end() {
        if (document.size() == 0 || closed) {
            return List.of();
        }
        return List.of(
                prefix.wouldBeComplete()
                        ? new Frame.Document(take())
                        : new Frame.Garbage(take(), "the connection ended within a document"));
    }

    private boolean isBetweenDocuments(int b) {
        if (document.size() > 0) {
            return false;
        }
        if (markSeen < BYTE_ORDER_MARK.length && b == BYTE_ORDER_MARK[markSeen]) {
            markSeen++;
            return true;
        }
        markSeen = 0;
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private int inDocument(byte[] bytes, int at, int length, List<Frame> frames) {
        JsonPrefix.Step step = prefix.accept(bytes[at]);
        switch (step) {
            case MORE -> document.write(bytes[at]);
            case COMPLETE -> {
                document.write(bytes[at]);
                frames.add(new Frame.Document(take()));
            }
            case COMPLETE_BEFORE -> {
                frames.add(new Frame.Document(take()));
                return at;
            }
            case IMPOSSIBLE -> {
                String reason = "unexpected byte " + shown(bytes[at]) + " at position " + document.size();
                int end = at;
                while (end < length && bytes[end] != '\n') {
                    document.write(bytes[end]);
                    end++;
                }
                frames.add(new Frame.Garbage(take(), reason));
                return end;
            }
        }
        if (document.size() > longest) {
            closed = true;
            frames.add(new Frame.TooLong("a request has at most " + longest + " bytes"));
        }
        return at + 1;
    }

    private String take() {
        String text = document.toString(StandardCharsets.UTF_8);
        document.reset();
        prefix = new JsonPrefix(DEEPEST);
        return text;
    }

    private static String shown(byte b) {
        return b > 0x20 && b < 0x7f ? "'" + (char) b + "'" : "0x" + Integer.toHexString(b & 0xff);
    }
}
