package org.aepsych.core.mail;

/** A mail was not taken by the mail server. */
public final class MailException extends Exception {
    private final boolean lasting;

    /**
     * Says why.
     *
     * @param message for experimenters, without secrets
     * @param lasting whether another attempt would fail, too, such as for an address that does not exist
     * @param cause what the mail library threw
     */
    public MailException(String message, boolean lasting, Throwable cause) {
        super(message, cause);
        this.lasting = lasting;
    }

    /**
     * Tells whether another attempt is in vain.
     *
     * @return whether
     */
    public boolean lasting() {
        return lasting;
    }
}
