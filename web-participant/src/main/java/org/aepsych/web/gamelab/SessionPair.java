package org.aepsych.web.gamelab;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aepsych.core.account.SecretToken;

/**
 * A session's token as gamelab's two integers; nothing of it is lost either way.
 *
 * @param sessid its last 224 bits
 * @param sesscookie its first 32 bits, unsigned
 */
record SessionPair(BigInteger sessid, long sesscookie) {
    /** Name of the first integer, as a field and as a cookie. */
    static final String ID = "sessid";

    /** Name of the second integer, as a field and as a cookie. */
    static final String COOKIE = "sesscookie";

    private static final int TOKEN_BYTES = 32;
    private static final int ID_BITS = 224;
    private static final int COOKIE_BITS = 32;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,68}");

    SessionPair {
        if (sessid.signum() < 0 || sessid.bitLength() > ID_BITS || sesscookie < 0 || sesscookie >>> COOKIE_BITS != 0) {
            throw new IllegalArgumentException("a session's pair has 224 and 32 bits");
        }
    }

    static SessionPair of(SecretToken token) {
        BigInteger bits = new BigInteger(1, Base64.getUrlDecoder().decode(token.text()));
        BigInteger sessid = bits.mod(BigInteger.ONE.shiftLeft(ID_BITS));
        return new SessionPair(sessid, bits.shiftRight(ID_BITS).longValueExact());
    }

    /** Reads what somebody sent; empty if it cannot be a pair. */
    static Optional<SessionPair> parse(String sessid, String sesscookie) {
        if (!DIGITS.matcher(sessid).matches() || !DIGITS.matcher(sesscookie).matches()) {
            return Optional.empty();
        }
        BigInteger id = new BigInteger(sessid);
        BigInteger cookie = new BigInteger(sesscookie);
        return id.bitLength() > ID_BITS || cookie.bitLength() > COOKIE_BITS
                ? Optional.empty()
                : Optional.of(new SessionPair(id, cookie.longValueExact()));
    }

    SecretToken token() {
        BigInteger bits = BigInteger.valueOf(sesscookie).shiftLeft(ID_BITS).or(sessid);
        byte[] significant = bits.toByteArray();
        byte[] bytes = new byte[TOKEN_BYTES];
        int length = Math.min(significant.length, TOKEN_BYTES);
        System.arraycopy(significant, significant.length - length, bytes, TOKEN_BYTES - length, length);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Hides the secret: sessions do not belong in logs. */
    @Override
    public String toString() {
        return "SessionPair[…]";
    }
}
