package org.aepsych.storage.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StorageNews;
import org.aepsych.core.testing.StorageForTests;
import org.jspecify.annotations.Nullable;

/** Runs the engine's tests over PostgreSQL, in a schema for each storage. */
public final class PostgresForTests implements StorageForTests {
    private static final Map<Storage, Place> PLACES = Collections.synchronizedMap(new IdentityHashMap<>());

    /** A schema, and the engines of the present test that want to know what others write into it. */
    private record Place(String schema, List<Consumer<StreamId>> listeners) {
        StorageNews.Subscription listen(Consumer<StreamId> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }

        void heard(StreamId stream) {
            listeners.forEach(listener -> listener.accept(stream));
        }
    }

    @Override
    public Storage openEmpty() {
        Place place = new Place("engine_" + PLACES.size(), new CopyOnWriteArrayList<>());
        Storage storage = TestServer.RUNNING.open(place.schema());
        StorageNews.Subscription unused = storage.news().orElseThrow().listen(place::heard);
        Storage lent = lend(storage, place::listen);
        PLACES.put(lent, place);
        return lent;
    }

    /** Returns the same storage, which does not know its listeners: those of one test are nobody's in the next. */
    private static Storage lend(Storage storage, StorageNews news) {
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(),
                new Class<?>[] {Storage.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "news" -> Optional.of(news);
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> pass(storage, method, arguments);
                });
    }

    private static @Nullable Object pass(Storage storage, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(storage, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void empty(Storage storage) {
        Place place = Optional.ofNullable(PLACES.get(storage)).orElseThrow();
        place.listeners().clear();
        try {
            TestServer.RUNNING.empty(place.schema());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
