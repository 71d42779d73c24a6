package org.aepsych.core.config.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.Problem;
import org.aepsych.core.secret.SealingKeys;
import org.aepsych.core.secret.SecretBox;
import org.aepsych.core.secret.SecretSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {
    private static final Map<String, ConfigSchema> STORAGES = Map.of(
            "sqlite",
            ConfigSchema.of(ConfigOption.text("path", "The database file.").orElse("aepsych.db")),
            "postgresql",
            ConfigSchema.of(
                    ConfigOption.text("url", "Address of the database."),
                    ConfigOption.text("user", "Role.").orElse("aepsych"),
                    ConfigOption.text("password", "Password.").orElse("").asSecret()));

    @TempDir
    Path folder;

    private Optional<Path> file(String text) throws IOException {
        return Optional.of(Files.writeString(folder.resolve("given.ini"), text));
    }

    private ServerSettings load(String text, Map<String, String> environment, Map<String, String> flags)
            throws IOException {
        return ServerSettings.load(file(text), environment, flags).withStorages(STORAGES);
    }

    private ServerSettings load(String text) throws IOException {
        return load(text, Map.of(), Map.of());
    }

    private static List<String> problems(Callable<ServerSettings> reading) {
        ConfigException refusal = catchThrowableOfType(ConfigException.class, reading::call);
        assertThat(refusal).as("refusal").isNotNull();
        return refusal.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void everyOptionHasADefault() {
        ServerSettings settings = ServerSettings.load(
                        Optional.empty(), Map.of("AEPSYCH_SERVER_DATA", folder.toString()), Map.of())
                .withStorages(STORAGES);
        assertThat(settings.server())
                .isEqualTo(new ServerConfig(
                        folder,
                        folder.resolve("logs"),
                        folder.resolve("plugins"),
                        List.of(),
                        new Endpoint("127.0.0.1", 8080),
                        Optional.empty(),
                        new Endpoint("127.0.0.1", 5555),
                        false,
                        false,
                        "sqlite"));
        assertThat(settings.mail()).isEmpty();
        assertThat(settings.tls()).isEmpty();
        assertThat(settings.trustedProxies()).isEmpty();
        assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
        assertThat(settings.logsRequests()).isFalse();
        assertThat(settings.file()).isEmpty();
        assertThat(settings.storage().text("path"))
                .contains(folder.resolve("aepsych.db").toString());
    }

    @Test
    void everyOptionIsReadFromTheFile() throws IOException {
        ServerSettings settings = load("""
                # all of it
                [server]
                data = %s
                Logs = /var/log/aepsych   # elsewhere
                ip: 0.0.0.0
                port = 6000
                single = yes
                read_only = on
                log_format = JSON
                log_requests = yes
                [tls]
                certificate = tls/fullchain.pem
                key = /etc/lab/key.pem
                password = open sesame
                [web]
                host = ::1
                port = 0
                public_url = https://lab.example.org/x/
                trusted_proxies = [127.0.0.1, 10.0.0.0/8]
                [storage]
                type = postgresql
                [storage.postgresql]
                url = jdbc:postgresql://db/lab?ssl=true
                user = lab
                password = p#a;s=s:
                [plugins]
                folder = more
                disabled = [lab-a,
                            lab-b]
                [mail]
                host = smtp.example.org
                port = 465
                encryption = TLS
                user = me
                password = secret
                sender = lab@example.org
                """.formatted(folder));
        assertThat(settings.server())
                .isEqualTo(new ServerConfig(
                        folder,
                        Path.of("/var/log/aepsych"),
                        folder.resolve("more"),
                        List.of("lab-a", "lab-b"),
                        new Endpoint("::1", 0),
                        Optional.of(URI.create("https://lab.example.org/x")),
                        new Endpoint("0.0.0.0", 6000),
                        true,
                        true,
                        "postgresql"));
        assertThat(settings.tls())
                .contains(new TlsConfig(
                        folder.resolve("tls/fullchain.pem"), Optional.of(Path.of("/etc/lab/key.pem")), "open sesame"));
        assertThat(settings.trustedProxies())
                .containsExactly(AddressRange.of("127.0.0.1"), AddressRange.of("10.0.0.0/8"));
        assertThat(settings.logFormat()).isEqualTo(LogFormat.JSON);
        assertThat(settings.logsRequests()).isTrue();
        assertThat(settings.mail())
                .contains(new MailConfig(
                        "smtp.example.org",
                        465,
                        MailConfig.Encryption.TLS,
                        Optional.of(new MailConfig.Credentials("me", "secret")),
                        "lab@example.org"));
        assertThat(settings.storage().text("url")).contains("jdbc:postgresql://db/lab?ssl=true");
        assertThat(settings.storage().text("password")).contains("p#a;s=s:");
        assertThat(settings.mail().orElseThrow().toString()).doesNotContain("secret");
    }

    @Test
    void theEnvironmentOverridesTheFileAndFlagsOverrideBoth() throws IOException {
        ServerSettings settings = load(
                "[web]\nport = 1\nhost = file\n[server]\nip = file\nport = 1\n[storage.sqlite]\npath = /a\n",
                Map.of(
                        "AEPSYCH_WEB_PORT",
                        "2",
                        "AEPSYCH_WEB_HOST",
                        "variable",
                        "AEPSYCH_STORAGE_SQLITE_PATH",
                        "/b",
                        "PATH",
                        "/bin"),
                Map.of("web.port", "3", "server.port", "3"));
        assertThat(settings.server().web()).isEqualTo(new Endpoint("variable", 3));
        assertThat(settings.server().adaptive()).isEqualTo(new Endpoint("file", 3));
        assertThat(settings.storage().text("path")).contains("/b");
        assertThat(settings.effective())
                .contains(
                        "web.port = 3 (from flag)",
                        "web.host = variable (from environment)",
                        "server.ip = file (from file)",
                        "server.single = false (from default)",
                        "storage.sqlite.path = /b (from environment)");
    }

    @Test
    void anEmptyVariableIsNotASetting() throws IOException {
        assertThat(load("[web]\nport = 1\n", Map.of("AEPSYCH_WEB_PORT", ""), Map.of())
                        .server()
                        .web()
                        .port())
                .isEqualTo(1);
    }

    @Nested
    class File {
        @Test
        void isFoundInTheDataFolder() throws IOException {
            Files.writeString(folder.resolve("aepsych.ini"), "[web]\nport = 7\n");
            Map<String, String> flags = Map.of("server.data", folder.toString());
            ServerSettings settings =
                    ServerSettings.load(Optional.empty(), Map.of("AEPSYCH_SERVER_DATA", "/nowhere"), flags);
            assertThat(settings.server().web().port()).isEqualTo(7);
            assertThat(settings.file()).contains(folder.resolve("aepsych.ini"));
        }

        @Test
        void mayBeNamedByTheEnvironment() throws IOException {
            Path named = Files.writeString(folder.resolve("named.ini"), "[web]\nport = 8\n");
            Map<String, String> environment =
                    Map.of("AEPSYCH_CONFIG", named.toString(), "AEPSYCH_HOME", "/opt", "AEPSYCH_JAVA_OPTS", "-Xmx1g");
            assertThat(ServerSettings.load(Optional.empty(), environment, Map.of())
                            .server()
                            .web()
                            .port())
                    .isEqualTo(8);
        }

        @Test
        void thatIsNamedMustExist() {
            Path missing = folder.resolve("missing.ini");
            assertThat(problems(() -> ServerSettings.load(Optional.of(missing), Map.of(), Map.of())))
                    .singleElement()
                    .asString()
                    .isEqualTo("there is no settings file " + missing);
        }

        @Test
        void isTakenRaw() throws IOException {
            Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
            String reference = "${file:UTF-8:" + secret + "}${env:HOME}${sys:user.home}";
            assertThat(load("[storage.postgresql]\nuser = " + reference + "\n")
                            .section("storage.postgresql")
                            .text("user"))
                    .contains(reference);
        }

        @Test
        void mustNotRepeatItself() throws IOException {
            Optional<Path> file = file("[web]\nport = 1\nport = 2\n[server]\nip = a\nIP = b\n");
            assertThat(problems(() -> ServerSettings.load(file, Map.of(), Map.of())))
                    .containsExactly("[web] port: is given more than once", "[server] ip: is given more than once");
        }

        @Test
        void mustHaveSections() throws IOException {
            Optional<Path> file = file("port = 1\n[web]\n");
            assertThat(problems(() -> ServerSettings.load(file, Map.of(), Map.of())))
                    .singleElement()
                    .asString()
                    .endsWith("has options before its first section: port");
        }
    }

    @Nested
    class Refusal {
        @Test
        void namesAllThatIsUnknownWithWhatIsNearest() throws IOException {
            Optional<Path> file = file("[wbe]\nx = 1\n[web]\nprot = 1\n[storage.sqlit]\npath = a\n");
            Map<String, String> environment = Map.of("AEPSYCH_WEB_PROT", "1", "AEPSYCH_STORAGE_SQLITE_PAHT", "x");
            Map<String, String> flags = Map.of("web.hots", "a", "wbe.host", "b", "nonsense", "c");
            assertThat(problems(() -> ServerSettings.load(file, environment, flags)))
                    .as("before the storages are known")
                    .containsExactly(
                            "[wbe]: is not a section of the settings; did you mean \"web\"?",
                            "[web] prot: is not an option of this section (given by the file); did you mean \"port\"?",
                            "the environment variable AEPSYCH_WEB_PROT is not a setting; did you mean"
                                    + " \"AEPSYCH_WEB_PORT\"?",
                            "the flag nonsense is not a setting; see --help-config",
                            "the flag wbe.host is not a setting; did you mean \"web.host\"?",
                            "[web] hots: is not an option of this section (given by the flag); did you mean \"host\"?");
            Optional<Path> good = file("[storage.sqlit]\npath = a\n");
            ServerSettings settings = ServerSettings.load(
                    good, Map.of("AEPSYCH_STORAGE_SQLITE_PAHT", "x"), Map.of("storage.sqlite.pth", "y"));
            assertThat(problems(() -> settings.withStorages(STORAGES)))
                    .containsExactly(
                            "[storage.sqlit]: is not a section of the settings; did you mean \"storage.sqlite\"?",
                            "the environment variable AEPSYCH_STORAGE_SQLITE_PAHT is not a setting; did you mean"
                                    + " \"AEPSYCH_STORAGE_SQLITE_PATH\"?",
                            "[storage.sqlite] pth: is not an option of this section (given by the flag); did you mean"
                                    + " \"path\"?");
        }

        @Test
        void namesAllThatIsIllTypedAndWhoGaveIt() throws IOException {
            Optional<Path> file = file(
                    "[web]\nport = 65536\npublic_url = ftp://x\nhost = a b\n[mail]\nhost = x\nencryption = some\n");
            assertThat(problems(() -> ServerSettings.load(
                            file, Map.of("AEPSYCH_SERVER_SINGLE", "perhaps"), Map.of("server.port", "-1"))))
                    .containsExactly(
                            "[server] port: expected a port from 0 to 65535, but found \"-1\"; it was given by the flag",
                            "[server] single: expected true or false, but found \"perhaps\"; it was given by the"
                                    + " environment",
                            "[web] host: expected a host, but found \"a b\"; it was given by the file",
                            "[web] port: expected a port from 0 to 65535, but found \"65536\"; it was given by the file",
                            "[web] public_url: expected an address such as https://lab.example.org/experiments, but"
                                    + " found \"ftp://x\"; it was given by the file",
                            "[mail] encryption: expected one of [starttls, tls, none], but found \"some\"; it was given"
                                    + " by the file",
                            "[mail] sender: is missing; mails from host need an address to come from");
        }

        @Test
        void namesAStorageThatDoesNotExist() throws IOException {
            ServerSettings settings = ServerSettings.load(file("[storage]\ntype = sqlit\n"), Map.of(), Map.of());
            assertThat(problems(() -> settings.withStorages(STORAGES)))
                    .containsExactly("[storage] type: there is no storage \"sqlit\"; did you mean \"sqlite\"?");
        }

        @Test
        void namesWhatTheChosenStorageLacks() throws IOException {
            ServerSettings settings = ServerSettings.load(file("[storage]\ntype = postgresql\n"), Map.of(), Map.of());
            assertThat(problems(() -> settings.withStorages(STORAGES)))
                    .containsExactly("[storage.postgresql] url: is missing; expected text (Address of the database.)");
        }
    }

    @Nested
    class SealedSecrets {
        private final Map<String, String> environment = Map.of("AEPSYCH_KEY", "0123456789abcdef".repeat(4));
        private final SecretBox box = new SecretBox(
                SealingKeys.of(environment, Path.of("none"), SecretSource.secure()), SecretSource.secure());

        @Test
        void areOpenedForTheSettingThatTheyAreFor() throws IOException {
            String sealed = box.seal("mail.password", "geheim");
            ServerSettings settings = load(
                    "[mail]\nhost = h\nsender = a@b\nuser = me\npassword = " + sealed + "\n", environment, Map.of());
            assertThat(settings.mail().orElseThrow().credentials().orElseThrow().password())
                    .isEqualTo("geheim");
            assertThat(settings.effective()).contains("mail.password = **** (from file)");
        }

        @Test
        void areNotOpenedForAnotherOrWithoutTheKey() {
            String text = "[storage.postgresql]\npassword = " + box.seal("mail.password", "geheim") + "\n";
            assertThat(problems(() -> load(text, environment, Map.of())))
                    .singleElement()
                    .asString()
                    .contains("[storage.postgresql] password", "sealed for something else");
            assertThat(problems(() -> load(text, Map.of("AEPSYCH_KEY", "f".repeat(64)), Map.of())))
                    .singleElement()
                    .asString()
                    .contains("AEPSYCH_KEY");
        }
    }

    @Nested
    class StorageAddress {
        @Test
        void choosesSqliteAndItsFile() throws IOException {
            ServerSettings settings =
                    load("[server]\ndata = " + folder + "\n[storage]\nurl = jdbc:sqlite:lab/one.db\n");
            assertThat(settings.server().storage()).isEqualTo("sqlite");
            assertThat(settings.storage().text("path"))
                    .contains(folder.resolve("lab/one.db").toString());
        }

        @Test
        void choosesPostgresqlWithItsAccount() throws IOException {
            String url = "jdbc:postgresql://db:5433/lab?ssl=true&user=me&password=p%26w&x=1";
            ServerSettings settings = load("", Map.of("AEPSYCH_STORAGE_URL", url), Map.of());
            assertThat(settings.server().storage()).isEqualTo("postgresql");
            assertThat(settings.storage().text("url")).contains("jdbc:postgresql://db:5433/lab?ssl=true&x=1");
            assertThat(settings.storage().text("user")).contains("me");
            assertThat(settings.storage().text("password")).contains("p&w");
            assertThat(String.join("\n", settings.effective()))
                    .contains("storage.url = **** (from environment)")
                    .contains("storage.type = postgresql (from environment)")
                    .contains("storage.postgresql.password = **** (from environment)")
                    .doesNotContain("p%26w")
                    .doesNotContain("p&w");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "jdbc:postgresql://me:p%26w@db:5433/lab?ssl=true",
                    "jdbc:postgresql://db:5433/lab?password=p%26w&ssl=true&user=me"
                })
        void givesUpItsPasswordWhereverItStands(String url) throws IOException {
            ServerSettings settings = load("", Map.of(), Map.of("storage.url", url));
            assertThat(settings.storage().text("url")).contains("jdbc:postgresql://db:5433/lab?ssl=true");
            assertThat(settings.storage().text("user")).contains("me");
            assertThat(settings.storage().text("password")).contains("p&w");
            assertThat(settings.effective()).noneMatch(line -> line.contains("p&w") || line.contains("p%26w"));
        }

        @Test
        void ranksAsWhoGaveIt() throws IOException {
            String file = "[storage]\ntype = postgresql\n[storage.postgresql]\nurl = jdbc:postgresql://db/lab\n";
            assertThat(load(file, Map.of("AEPSYCH_STORAGE_URL", "jdbc:sqlite:/x.db"), Map.of())
                            .server()
                            .storage())
                    .isEqualTo("sqlite");
            assertThat(load(
                                    "[storage]\nurl = jdbc:sqlite:/x.db\n" + file.substring(file.indexOf("[storage.")),
                                    Map.of(),
                                    Map.of("storage.type", "postgresql"))
                            .server()
                            .storage())
                    .isEqualTo("postgresql");
        }

        @Test
        void mustNotContradictItsNeighbours() throws IOException {
            Optional<Path> file = file("[storage]\ntype = postgresql\nurl = jdbc:sqlite:/x.db\n");
            assertThat(problems(() -> ServerSettings.load(file, Map.of(), Map.of("storage.url", "jdbc:mysql://x"))))
                    .containsExactly(
                            "[storage] url: is for storage sqlite, but type is postgresql (given by the file)",
                            "[storage] url: expected jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE (given by the"
                                    + " flag)");
        }
    }

    @Test
    void whatNoSchemaDescribesIsMasked() throws IOException {
        ServerSettings settings = ServerSettings.load(file("[storage.cloud]\ntoken = abc\n"), Map.of(), Map.of());
        assertThat(settings.effective()).contains("storage.cloud.token = **** (from file)");
    }

    @Test
    void theHelpShowsEveryOptionWithDefaultAndVariable() {
        String table = SettingsHelp.table(Map.of("postgresql", STORAGES.get("postgresql")));
        assertThat(table)
                .contains(
                        "[web]\n  host — a host, default 127.0.0.1\n      Interface on which pages are served; 0.0.0.0 for"
                                + " all.\n      AEPSYCH_WEB_HOST\n")
                .contains("public_url — an address such as https://lab.example.org/experiments, default none")
                .contains("[storage.postgresql]\n  url — text, required")
                .contains("AEPSYCH_STORAGE_POSTGRESQL_PASSWORD");
        assertThat(SettingsHelp.table()).doesNotContain("[storage.postgresql]");
    }
}
