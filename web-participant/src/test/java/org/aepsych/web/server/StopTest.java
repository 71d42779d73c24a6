package org.aepsych.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.aepsych.web.door.Door;
import org.aepsych.web.testing.Browser;
import org.aepsych.web.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {
    private static final int PATIENCE = 30;

    @TempDir
    Path folder;

    @Test
    void whoIsBeingAnsweredGetsTheWholeAnswer() throws Exception {
        SlowDoor slow = new SlowDoor();
        TestServer server = TestServer.start(folder, slow);
        try {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(
                    () -> new Browser(server.address()).open("/slow").body());
            assertThat(slow.entered.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            refusesNewVisitors(server.address());
            slow.leave.countDown();
            assertThat(answer.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo("the whole answer");
            stopped.get(PATIENCE, TimeUnit.SECONDS);
        } finally {
            slow.leave.countDown();
            server.close();
        }
    }

    private static void refusesNewVisitors(URI address) {
        await().atMost(PATIENCE, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> new Socket(address.getHost(), address.getPort()).close()));
    }

    private static final class SlowDoor implements Door {
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch leave = new CountDownLatch(1);

        @Override
        public void addTo(RoutesConfig routes) {
            routes.get("/slow", context -> {
                entered.countDown();
                leave.await(PATIENCE, TimeUnit.SECONDS);
                context.result("the whole answer");
            });
        }
    }
}
