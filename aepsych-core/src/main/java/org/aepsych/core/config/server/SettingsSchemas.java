package org.aepsych.core.config.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;

/** What the settings may hold, apart from the sections {@code [storage.NAME]} that storages declare themselves. */
public final class SettingsSchemas {
    static final ConfigOption<Path> DATA = option(
                    "data", "a folder", Path::of, "Folder of everything that the server keeps; created if needed.")
            .orElse(Path.of("data"));
    static final ConfigOption<Path> LOGS = option(
                    "logs", "a folder", Path::of, "Folder of the log files, seen from the data folder.")
            .orElse(Path.of("logs"));
    static final ConfigOption<String> IP = option(
                    "ip",
                    "a host",
                    SettingsSchemas::host,
                    "Interface on which clients of AEPsych's protocol are served.")
            .orElse("127.0.0.1");
    static final ConfigOption<Integer> ADAPTIVE_PORT =
            port("Port on which clients of AEPsych's protocol are served; 0 for any.")
                    .orElse(5555);
    static final ConfigOption<Boolean> SINGLE = ConfigOption.flag(
                    "single", "Whether the server ends when a client says exit, as AEPsych's does.")
            .orElse(false);
    static final ConfigOption<Boolean> READ_ONLY = ConfigOption.flag(
                    "read_only", "Whether the server works on a copy of the data that is thrown away.")
            .orElse(false);

    static final ConfigOption<LogFormat> LOG_FORMAT = option(
                    "log_format",
                    "one of [text, json]",
                    LogFormat::of,
                    "How the log is written; json also goes to standard error as a whole, for containers.")
            .orElse(LogFormat.TEXT);
    static final ConfigOption<Boolean> LOG_REQUESTS = ConfigOption.flag(
                    "log_requests", "Whether each request that was answered is a line of the log.")
            .orElse(false);

    static final ConfigOption<String> HOST = option(
                    "host", "a host", SettingsSchemas::host, "Interface on which pages are served; 0.0.0.0 for all.")
            .orElse("127.0.0.1");
    static final ConfigOption<Integer> WEB_PORT =
            port("Port on which pages are served; 0 for any.").orElse(8080);
    static final ConfigOption<Optional<URI>> PUBLIC_URL = option(
                    "public_url",
                    "an address such as https://lab.example.org/experiments",
                    SettingsSchemas::publicUrl,
                    "Address under which participants reach the pages, if it is not host and port.")
            .orElse(Optional.empty());

    static final ConfigOption<List<AddressRange>> TRUSTED_PROXIES = option(
                    "trusted_proxies",
                    "a list such as [127.0.0.1, 10.0.0.0/8]",
                    SettingsSchemas::ranges,
                    "Addresses of proxies in front of the server, whose X-Forwarded-For, -Proto and -Host or Forwarded"
                            + " are believed.")
            .orElse(List.of());

    static final ConfigOption<String> CERTIFICATE = ConfigOption.text(
                    "certificate",
                    "File with the certificate to serve pages by https, seen from the data folder: PEM or PKCS#12.")
            .orElse("");
    static final ConfigOption<String> KEY = ConfigOption.text(
                    "key", "PEM file with the certificate's private key, unless that is in the same file.")
            .orElse("");
    static final ConfigOption<String> KEY_PASSWORD = ConfigOption.text(
                    "password", "What the key or the PKCS#12 file is encrypted with, if it is.")
            .orElse("")
            .asSecret();

    static final ConfigOption<String> TYPE =
            ConfigOption.text("type", "Name of the storage.").orElse("sqlite");
    static final ConfigOption<String> URL = ConfigOption.text(
                    "url", "Instead of type: jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE?user=U&password=P.")
            .orElse("")
            .asSecret();

    static final ConfigOption<Path> FOLDER = option(
                    "folder",
                    "a folder",
                    Path::of,
                    "Folder with a sub-folder of jars for each plugin, seen from the data" + " folder.")
            .orElse(Path.of("plugins"));
    static final ConfigOption<List<String>> DISABLED = ConfigOption.texts(
                    "disabled", "Ids of plugins that are found but not used, such as [lab-staircase].")
            .orElse(List.of());

    static final ConfigOption<String> MAIL_HOST = ConfigOption.text(
                    "host", "Mail server, checked and kept for later: this version sends no mail.")
            .orElse("");
    static final ConfigOption<Integer> MAIL_PORT =
            port("Port of the mail server.").orElse(587);
    static final ConfigOption<MailConfig.Encryption> ENCRYPTION = option(
                    "encryption",
                    "one of [starttls, tls, none]",
                    MailConfig.Encryption::of,
                    "How the connection to the mail server is protected.")
            .orElse(MailConfig.Encryption.STARTTLS);
    static final ConfigOption<String> USER = ConfigOption.text("user", "Account at the mail server, if it wants one.")
            .orElse("");
    static final ConfigOption<String> PASSWORD = ConfigOption.text("password", "Password of that account.")
            .orElse("")
            .asSecret();
    static final ConfigOption<String> SENDER =
            ConfigOption.text("sender", "Address that mails come from.").orElse("");

    /** The section {@code [server]}. */
    public static final ConfigSchema SERVER = ConfigSchema.of(
            DATA,
            LOGS,
            IP,
            ADAPTIVE_PORT,
            ClientRules.SECRET,
            ClientRules.PROTOCOL,
            ClientRules.ANSWER_GARBAGE,
            SINGLE,
            READ_ONLY,
            LOG_FORMAT,
            LOG_REQUESTS);
    /** The section {@code [web]}. */
    public static final ConfigSchema WEB = ConfigSchema.of(HOST, WEB_PORT, PUBLIC_URL, TRUSTED_PROXIES);
    /** The section {@code [tls]}. */
    public static final ConfigSchema TLS = ConfigSchema.of(CERTIFICATE, KEY, KEY_PASSWORD);
    /** The section {@code [storage]}. */
    public static final ConfigSchema STORAGE = ConfigSchema.of(TYPE, URL);
    /** The section {@code [plugins]}. */
    public static final ConfigSchema PLUGINS = ConfigSchema.of(FOLDER, DISABLED);
    /** The section {@code [mail]}. */
    public static final ConfigSchema MAIL = ConfigSchema.of(MAIL_HOST, MAIL_PORT, ENCRYPTION, USER, PASSWORD, SENDER);

    private static final int MAX_PORT = 65_535;

    private SettingsSchemas() {}

    /** Returns the schemas by section, in the order of help. */
    static Map<String, ConfigSchema> bySection() {
        Map<String, ConfigSchema> schemas = new LinkedHashMap<>();
        schemas.put("server", SERVER);
        schemas.put("web", WEB);
        schemas.put("tls", TLS);
        schemas.put("adaptive", ZeroWaitConfig.SCHEMA);
        schemas.put("storage", STORAGE);
        schemas.put("plugins", PLUGINS);
        schemas.put("mail", MAIL);
        return schemas;
    }

    private static <T> ConfigOption<T> option(String key, String typeName, Function<String, T> parser, String help) {
        return new ConfigOption<>(key, typeName, parser, Optional.empty(), help, false);
    }

    private static ConfigOption<Integer> port(String help) {
        return option("port", "a port from 0 to " + MAX_PORT, SettingsSchemas::portNumber, help);
    }

    private static int portNumber(String text) {
        int port = Integer.parseInt(text.trim());
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("not a port: " + text);
        }
        return port;
    }

    private static String host(String text) {
        String host = text.trim();
        if (host.isEmpty() || host.chars().anyMatch(c -> Character.isWhitespace(c) || c == '/')) {
            throw new IllegalArgumentException("not a host: " + text);
        }
        return host;
    }

    private static List<AddressRange> ranges(String text) {
        String inner = text.strip().replaceAll("^\\[|]$", "").strip();
        return inner.isEmpty()
                ? List.of()
                : Stream.of(inner.split(",", -1)).map(AddressRange::of).toList();
    }

    private static Optional<URI> publicUrl(String text) {
        String trimmed = text.trim();
        if (trimmed.isEmpty()) {
            return Optional.empty();
        }
        URI url = URI.create(trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed);
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("not the address of a web site: " + text);
        }
        return Optional.of(url);
    }
}
