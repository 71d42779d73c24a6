package org.aepsych.core.mail;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.OutboxStore;
import org.aepsych.api.storage.OutboxStore.Effect;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.secret.SecretBox;

/** Where mails wait until they are sent; durable. Thread-safe. */
public final class Outbox {
    static final String KIND = "mail";

    private static final String PURPOSE = "mail";

    private final Storage storage;
    private final SecretBox box;
    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * An outbox in a storage.
     *
     * @param storage which; if it lacks the capability, nothing can be sent
     * @param box seals what waits
     * @param clock dates the mails
     */
    @Inject
    public Outbox(Storage storage, SecretBox box, InstantSource clock) {
        this.storage = storage;
        this.box = box;
        this.clock = clock;
    }

    /**
     * Decides to send a mail.
     *
     * @param stream the experiment that it is about
     * @param key names the occasion: for the same one no second mail is sent
     * @param mail what to send
     * @return whether this is the first mail of the key
     */
    public boolean put(Optional<StreamId> stream, String key, Mail mail) {
        Instant now = clock.instant();
        boolean first = store().map(effects -> effects.put(new Effect(0, stream, KIND, key, write(mail), now, now, 0)))
                .orElse(false);
        if (first) {
            listeners.forEach(Runnable::run);
        }
        return first;
    }

    Optional<OutboxStore> store() {
        return storage.outbox();
    }

    /** Adds somebody who is told, at once and on the thread that decided, that there is something to send. */
    void onMail(Runnable listener) {
        listeners.add(listener);
    }

    /** Links in mails are as good as passwords, so they are sealed until they are sent. */
    private String write(Mail mail) {
        String text = Json.Obj.empty()
                .with("to", Json.of(mail.to()))
                .with("subject", Json.of(mail.subject()))
                .with("text", Json.of(mail.text()))
                .text();
        return Json.Obj.empty().with("sealed", Json.of(box.seal(PURPOSE, text))).text();
    }

    Mail read(String contents) {
        Json.Obj sealed = (Json.Obj) new JsonReader().read(contents);
        Json.Obj mail = (Json.Obj) new JsonReader().read(box.open(PURPOSE, text(sealed, "sealed")));
        return new Mail(text(mail, "to"), text(mail, "subject"), text(mail, "text"));
    }

    private static String text(Json.Obj mail, String name) {
        return mail.find(name)
                .filter(Json.Text.class::isInstance)
                .map(value -> ((Json.Text) value).value())
                .orElse("");
    }
}
