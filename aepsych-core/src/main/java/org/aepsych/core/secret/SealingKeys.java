package org.aepsych.core.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys with which secrets are sealed: those of the environment variable {@code AEPSYCH_KEY}, or else those of the file
 * {@code secret.key} in the data folder, which is made when a key is needed first. The first one seals, all of them open,
 * so that a new one can be put before the old ones. Thread-safe.
 */
public final class SealingKeys {
    /** Names the environment variable. */
    public static final String VARIABLE = "AEPSYCH_KEY";

    private static final String FILE_NAME = "secret.key";
    private static final Logger LOG = LoggerFactory.getLogger(SealingKeys.class);

    private final Optional<String> given;
    private final Path file;
    private final SecretSource secrets;

    private SealingKeys(Optional<String> given, Path file, SecretSource secrets) {
        this.given = given;
        this.file = file;
        this.secrets = secrets;
    }

    /**
     * The keys of a laboratory; nothing is read or made yet.
     *
     * @param environment the environment variables of the process
     * @param data its folder
     * @param secrets where a new key comes from
     * @return the keys
     */
    public static SealingKeys of(Map<String, String> environment, Path data, SecretSource secrets) {
        return new SealingKeys(
                Optional.ofNullable(environment.get(VARIABLE)).filter(text -> !text.isBlank()),
                data.resolve(FILE_NAME),
                secrets);
    }

    /**
     * Says where the keys are, for people.
     *
     * @return the environment variable, or the file
     */
    public String place() {
        return given.isPresent() ? "the environment variable " + VARIABLE : file.toString();
    }

    /** Returns the key that seals; makes the file if there is no key at all. */
    SealingKey first() {
        List<SealingKey> keys = all();
        return keys.isEmpty() ? made() : keys.get(0);
    }

    /** Returns the key of a name, if it is here. */
    Optional<SealingKey> find(String name) {
        return all().stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /**
     * Puts a new key before those in the file; what is sealed with them can still be opened.
     *
     * @return the new key's name
     * @throws AepsychException {@code STATE_CONFLICT} if the keys are in the environment
     */
    public String rotate() {
        if (given.isPresent()) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT,
                    "the keys are in " + place() + ": put a new one before them, with a comma between them.");
        }
        SealingKey fresh = SealingKey.draw(secrets);
        StringBuilder text = new StringBuilder(fresh.text()).append('\n');
        all().forEach(key -> text.append(key.text()).append('\n'));
        try {
            Path part = file.resolveSibling(FILE_NAME + ".new");
            Files.deleteIfExists(part);
            write(part, text.toString());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return fresh.name();
    }

    private List<SealingKey> all() {
        List<SealingKey> keys = new ArrayList<>();
        for (String text : texts()) {
            keys.add(SealingKey.of(text)
                    .orElseThrow(() -> new AepsychException(
                            StandardError.CONFIG_INVALID,
                            place() + ": expected keys of 64 hexadecimal digits, such as openssl rand -hex 32 prints,"
                                    + " but found something else.")));
        }
        return keys;
    }

    private List<String> texts() {
        String text = given.orElseGet(this::fileText);
        return List.of(text.split("[\\s,]+")).stream()
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private String fileText() {
        if (!Files.exists(file)) {
            return "";
        }
        try {
            warnIfOthersRead();
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            if (text.isBlank()) {
                throw new AepsychException(
                        StandardError.CONFIG_INVALID,
                        file + " is empty; put its key back, or delete the file if nothing was sealed with it.");
            }
            return text;
        } catch (IOException e) {
            throw new AepsychException(StandardError.CONFIG_INVALID, "cannot read the keys in " + file + ".", e);
        }
    }

    private void warnIfOthersRead() throws IOException {
        if (posix()
                && Files.getPosixFilePermissions(file).stream()
                        .anyMatch(Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ)::contains)) {
            LOG.warn("others on this machine can read {}; chmod 600 keeps it to its owner", file);
        }
    }

    private SealingKey made() {
        SealingKey fresh = SealingKey.draw(secrets);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            write(file, fresh.text() + "\n");
            LOG.info("made a key for secrets, {}: keep a copy of it apart from backups of the database", file);
            return fresh;
        } catch (FileAlreadyExistsException e) {
            LOG.debug("another process made the key", e);
            return all().get(0);
        } catch (IOException e) {
            throw new AepsychException(StandardError.CONFIG_INVALID, "cannot write a key into " + file + ".", e);
        }
    }

    /** Creates a file that only its owner reads, from its first moment on. */
    private static void write(Path where, String text) throws IOException {
        FileAttribute<?>[] owner = posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(where, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                int unused = channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
