package org.aepsych.web.gamelab;

import org.aepsych.core.secret.SecretSource;

/** Makes up passwords of gamelab's shape, which its bot sends without encoding. */
final class LabPassword {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";
    private static final int BYTE_VALUES = 256;

    private LabPassword() {}

    /**
     * Makes one up: about 27 random bits, enough where attempts are limited.
     *
     * @return such as {@code abc-0123}
     */
    static String draw(SecretSource secrets) {
        return draw(secrets, LETTERS, 3) + '-' + draw(secrets, DIGITS, 4);
    }

    private static String draw(SecretSource secrets, String alphabet, int length) {
        StringBuilder drawn = new StringBuilder(length);
        int unbiased = BYTE_VALUES / alphabet.length() * alphabet.length();
        while (drawn.length() < length) {
            int value = secrets.draw(1)[0] & 0xff;
            if (value < unbiased) {
                drawn.append(alphabet.charAt(value % alphabet.length()));
            }
        }
        return drawn.toString();
    }
}
