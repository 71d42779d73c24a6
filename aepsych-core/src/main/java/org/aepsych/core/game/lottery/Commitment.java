package org.aepsych.core.game.lottery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;

/**
 * A draw that nobody can arrange: a secret is fixed before the first round and only its hash is published (Blum: Coin
 * flipping by telephone, 1981). Participants may add words of their own until the last round is over, so that whoever knows
 * the secret does not know the draw either. Afterwards the secret is published, and everybody can draw again.
 *
 * <p>The seed of {@link LotteryDraw} is the first eight bytes, big-endian, of the SHA-256 of the secret, a line feed, and for
 * each participant who added words, by id: the id, a colon, the words and a line feed; all in UTF-8.
 *
 * @param secret 64 hexadecimal digits
 * @param words what participants added
 */
public record Commitment(String secret, SortedMap<ParticipantId, String> words) {
    /** Most characters that a participant may add. */
    public static final int LONGEST_WORDS = 100;

    private static final Pattern SECRET = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern WORDS = Pattern.compile("\\P{Cntrl}{1," + LONGEST_WORDS + "}");

    /** Copies the map and checks the texts. */
    public Commitment {
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
        if (!SECRET.matcher(secret).matches()) {
            throw new IllegalArgumentException("a secret has 64 hexadecimal digits");
        }
        words.values().forEach(Commitment::check);
    }

    /**
     * A commitment without anybody's words yet.
     *
     * @param secret 64 hexadecimal digits
     * @return the commitment
     */
    public static Commitment to(String secret) {
        return new Commitment(secret, new TreeMap<>());
    }

    /**
     * Returns this commitment with somebody's words, which replace earlier ones of theirs.
     *
     * @param participant whose
     * @param said 1 to {@value #LONGEST_WORDS} characters without control characters
     * @return a copy
     * @throws AepsychException {@code INPUT_INVALID} if that is not allowed
     */
    public Commitment with(ParticipantId participant, String said) {
        check(said);
        SortedMap<ParticipantId, String> more = new TreeMap<>(words);
        more.put(participant, said);
        return new Commitment(secret, more);
    }

    private static void check(String said) {
        if (!WORDS.matcher(said).matches()) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "words: expected 1 to " + LONGEST_WORDS + " characters without control characters, but found "
                            + said.length());
        }
    }

    /**
     * Returns what is published at the start.
     *
     * @return SHA-256 of the secret's 64 digits, in hexadecimal digits
     */
    public String hash() {
        return HexFormat.of().formatHex(sha256(secret));
    }

    /**
     * Returns what the lottery is drawn with.
     *
     * @return the seed; only its lowest 32 bits count
     */
    public long seed() {
        StringBuilder text = new StringBuilder(secret).append('\n');
        words.forEach((participant, said) ->
                text.append(participant).append(':').append(said).append('\n'));
        byte[] digest = sha256(text.toString());
        long seed = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            seed = (seed << Byte.SIZE) | (digest[i] & 0xff);
        }
        return seed;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Hides the secret: it is published by those who know when. */
    @Override
    public String toString() {
        return "Commitment[" + hash() + "]";
    }
}
