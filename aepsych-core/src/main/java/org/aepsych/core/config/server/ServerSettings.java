package org.aepsych.core.config.server;

import static org.aepsych.core.config.server.SettingsReader.STORAGE_PREFIX;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.core.secret.SealingKeys;
import org.aepsych.core.secret.SecretBox;
import org.aepsych.core.secret.SecretSource;

/**
 * The settings of the server: the file {@code aepsych.ini}, overridden by environment variables
 * {@code AEPSYCH_SECTION_OPTION}, overridden by flags. They are read twice with the same rules: {@link #load} before the
 * plugins are known, when the sections {@code [storage.NAME]} cannot be judged yet, and {@link #withStorages} after.
 * Immutable, thread-safe.
 */
public final class ServerSettings {
    private static final String MASK = "****";
    private static final String SQLITE = STORAGE_PREFIX + "sqlite";
    private static final String SQLITE_FILE = "aepsych.db";

    private final Optional<Path> file;
    private final Map<String, String> environment;
    private final Map<String, String> flags;
    private final Map<String, ConfigSchema> schemas;
    private final Map<String, SettingsSection> sections;
    private final SealingKeys keys;
    private final ServerConfig server;
    private final Optional<MailConfig> mail;

    private ServerSettings(
            Optional<Path> file,
            Map<String, String> environment,
            Map<String, String> flags,
            Optional<Map<String, ConfigSchema>> storages) {
        this.file = file;
        this.environment = Map.copyOf(environment);
        this.flags = Map.copyOf(flags);
        Map<String, ConfigSchema> all = new LinkedHashMap<>(SettingsSchemas.bySection());
        storages.ifPresent(s -> s.forEach((name, schema) -> all.put(STORAGE_PREFIX + name, schema)));
        this.schemas = Collections.unmodifiableMap(all);
        List<Problem> problems = new ArrayList<>();
        Map<String, SettingsSection> read =
                new SettingsReader(schemas, storages.isPresent(), problems).read(file, environment, flags);
        this.keys = SealingKeys.of(environment, data(read), SecretSource.secure());
        this.sections = new SealedSettings(new SecretBox(keys, SecretSource.secure()), problems).opened(read, schemas);
        problems.addAll(new SettingsCheck(schemas, sections).problems(storages.map(Map::keySet)));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        this.server = ServerConfig.of(this::section);
        this.mail = MailConfig.of(section("mail"));
    }

    /**
     * Reads the settings; the sections {@code [storage.NAME]} are not judged yet.
     *
     * @param file the settings file; if empty, the one that {@code AEPSYCH_CONFIG} names, or else {@code aepsych.ini} in
     *     the data folder, if it exists
     * @param environment the environment variables of the process
     * @param flags {@code section.option} and value
     * @return the settings
     * @throws ConfigException with everything that is wrong
     */
    public static ServerSettings load(Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
        return new ServerSettings(SettingsReader.file(file, environment, flags), environment, flags, Optional.empty());
    }

    /**
     * Returns these settings, with the sections of the storages checked, too.
     *
     * @param storages schema of {@code [storage.NAME]} for each storage there is
     * @return the settings
     * @throws ConfigException with everything that is wrong
     */
    public ServerSettings withStorages(Map<String, ConfigSchema> storages) {
        return new ServerSettings(file, environment, flags, Optional.of(storages));
    }

    private static Path data(Map<String, SettingsSection> sections) {
        return SettingsSection.named("server", sections)
                .text(SettingsSchemas.DATA.key())
                .map(Path::of)
                .orElse(Path.of("data"))
                .toAbsolutePath()
                .normalize();
    }

    /**
     * Lists the options whose values are masked, and may be sealed.
     *
     * @return {@code section.option}, in the order of help
     */
    public List<String> secretOptions() {
        List<String> names = new ArrayList<>();
        schemas.forEach((section, schema) -> schema.options().stream()
                .filter(ConfigOption::secret)
                .forEach(option -> names.add(section + "." + option.key())));
        return List.copyOf(names);
    }

    /**
     * Tells whether an option is one of them.
     *
     * @param name {@code section.option}
     * @return whether it is
     */
    public boolean isSecret(String name) {
        return secretOptions().contains(name);
    }

    /**
     * Returns the keys with which secrets are sealed.
     *
     * @return from the environment, or from the data folder
     */
    public SealingKeys keys() {
        return keys;
    }

    /**
     * Returns the settings of the process itself.
     *
     * @return typed
     */
    public ServerConfig server() {
        return server;
    }

    /**
     * Returns how clients of AEPsych's protocol are treated.
     *
     * @return typed
     */
    public ClientRules clients() {
        return ClientRules.read(section("server"));
    }

    /**
     * Returns the mail server.
     *
     * @return empty if no mail is to be sent
     */
    public Optional<MailConfig> mail() {
        return mail;
    }

    /**
     * Returns how much may be spent on preparing asks.
     *
     * @return typed
     */
    public ZeroWaitConfig zeroWait() {
        return ZeroWaitConfig.of(section("adaptive"));
    }

    /**
     * Returns the certificate that pages are served with.
     *
     * @return empty if they are served in the clear; the paths are absolute, seen from the data folder
     */
    public Optional<TlsConfig> tls() {
        return TlsConfig.of(section("tls"), server.data());
    }

    /**
     * Returns the proxies whose word counts.
     *
     * @return ranges of their addresses
     */
    public List<AddressRange> trustedProxies() {
        return section("web").get(SettingsSchemas.TRUSTED_PROXIES);
    }

    /**
     * Returns how the log is written.
     *
     * @return its format
     */
    public LogFormat logFormat() {
        return section("server").get(SettingsSchemas.LOG_FORMAT);
    }

    /**
     * Tells whether requests are logged.
     *
     * @return whether each answered request is a line of the log
     */
    public boolean logsRequests() {
        return section("server").get(SettingsSchemas.LOG_REQUESTS);
    }

    /**
     * Returns the file that was read.
     *
     * @return empty if there is none
     */
    public Optional<Path> file() {
        return file;
    }

    /**
     * Returns a section.
     *
     * @param name such as {@code storage.postgresql}
     * @return the section, all origins merged; without options if nobody gave any
     */
    public ConfigSection section(String name) {
        return own(name);
    }

    /**
     * Returns the section that the chosen storage is opened with.
     *
     * @return the section; the path of an SQLite file in it is absolute, seen from the data folder
     */
    public ConfigSection storage() {
        String name = STORAGE_PREFIX + server.storage();
        SettingsSection section = own(name);
        if (!name.equals(SQLITE)) {
            return section;
        }
        Map<String, Setting> settings = new LinkedHashMap<>();
        section.ownKeys().forEach(key -> section.setting(key).ifPresent(setting -> settings.put(key, setting)));
        Setting path = section.setting("path").orElse(new Setting(SQLITE_FILE, Origin.DEFAULT));
        settings.put(
                "path", new Setting(server.data().resolve(path.text().trim()).toString(), path.origin()));
        return new SettingsSection(name, settings);
    }

    private SettingsSection own(String name) {
        return SettingsSection.named(name, sections);
    }

    /**
     * Returns what is in force, for the log.
     *
     * @return {@code section.option = value (from …)}; secrets are masked, and so is everything that no schema describes
     */
    public List<String> effective() {
        return list().stream().map(EffectiveSetting::toString).toList();
    }

    /**
     * Returns what is in force.
     *
     * @return in the order of the documentation; secrets are masked, and so is everything that no schema describes
     */
    public List<EffectiveSetting> list() {
        List<EffectiveSetting> list = new ArrayList<>();
        schemas.forEach((name, schema) ->
                schema.options().forEach(option -> effective(own(name), option).ifPresent(list::add)));
        sections.forEach((name, section) -> {
            if (!schemas.containsKey(name)) {
                section.ownKeys()
                        .forEach(key -> section.setting(key)
                                .ifPresent(setting -> list.add(new EffectiveSetting(
                                        name, key, MASK, setting.origin().toString(), ""))));
            }
        });
        return List.copyOf(list);
    }

    private static Optional<EffectiveSetting> effective(SettingsSection section, ConfigOption<?> option) {
        Optional<Setting> given = section.setting(option.key());
        Optional<String> text =
                given.map(Setting::text).or(() -> option.fallback().map(SettingsHelp::shown));
        Origin origin = given.map(Setting::origin).orElse(Origin.DEFAULT);
        return text.map(value -> new EffectiveSetting(
                section.name(),
                option.key(),
                option.secret() && !value.isEmpty() ? MASK : value,
                origin.toString(),
                option.help()));
    }
}
