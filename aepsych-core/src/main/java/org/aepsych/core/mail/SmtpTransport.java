package org.aepsych.core.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.aepsych.core.config.server.MailConfig;
import org.aepsych.core.config.server.MailConfig.Encryption;

/** Speaks SMTP. Opens a connection for each mail; the certificate of the mail server is checked, and its name, too. */
public final class SmtpTransport implements MailTransport {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LASTING = 5;
    private static final int HUNDRED = 100;

    private final MailConfig config;
    private final InstantSource clock;
    private final Session session;

    /**
     * Prepares to speak to a mail server.
     *
     * @param config which
     * @param clock dates the mails
     */
    public SmtpTransport(MailConfig config, InstantSource clock) {
        this(config, clock, Optional.empty());
    }

    /**
     * Prepares to speak to a mail server whose certificate is known in another way.
     *
     * @param config which
     * @param clock dates the mails
     * @param sockets make encrypted connections; empty for the usual authorities
     */
    SmtpTransport(MailConfig config, InstantSource clock, Optional<SSLSocketFactory> sockets) {
        this.config = config;
        this.clock = clock;
        this.session = Session.getInstance(properties(config, sockets));
    }

    private static Properties properties(MailConfig config, Optional<SSLSocketFactory> sockets) {
        Properties properties = new Properties();
        String patience = Long.toString(PATIENCE.toMillis());
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", config.host());
        properties.put("mail.smtp.port", Integer.toString(config.port()));
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.from", config.sender());
        properties.put("mail.smtp.auth", Boolean.toString(config.credentials().isPresent()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(config.encryption() == Encryption.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(config.encryption() == Encryption.STARTTLS));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(config.encryption() == Encryption.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        sockets.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
        return properties;
    }

    @Override
    public void send(Mail mail) throws MailException {
        try {
            MimeMessage message = message(mail);
            try (Transport transport = session.getTransport()) {
                transport.connect(
                        config.credentials().map(MailConfig.Credentials::user).orElse(null),
                        config.credentials()
                                .map(MailConfig.Credentials::password)
                                .orElse(null));
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (AuthenticationFailedException e) {
            throw new MailException(config.host() + " does not accept [mail] user and password: " + said(e), false, e);
        } catch (SendFailedException e) {
            throw new MailException(config.host() + " does not take the mail: " + said(e), isLasting(e), e);
        } catch (MessagingException e) {
            throw new MailException(
                    config.host() + ", port " + config.port() + ", " + config.encryption() + ": " + said(e), false, e);
        }
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(config.sender(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // So that no holiday notice comes back to the laboratory.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static boolean isLasting(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException next; e = next.getNextException()) {
            if (e instanceof org.eclipse.angus.mail.smtp.SMTPAddressFailedException refused) {
                return refused.getReturnCode() / HUNDRED == LASTING;
            }
        }
        return false;
    }

    /** The innermost reason says most: that a name is not known, that a certificate is not trusted. */
    private static String said(MessagingException failure) {
        Throwable innermost = failure;
        while (true) {
            Throwable next = innermost instanceof MessagingException wrapper && wrapper.getNextException() != null
                    ? wrapper.getNextException()
                    : innermost.getCause();
            if (next == null || next == innermost) {
                break;
            }
            innermost = next;
        }
        String message = innermost.getMessage();
        return message == null || message.isBlank()
                ? innermost.getClass().getSimpleName()
                : message.strip().replaceAll("\\s+", " ");
    }
}
