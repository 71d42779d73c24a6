package org.aepsych.web.adaptive;

import io.javalin.websocket.WsCloseStatus;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.aepsych.core.config.server.ClientRules;
import org.aepsych.core.config.server.ProtocolEra;
import org.aepsych.core.message.AdaptiveDesk;
import org.aepsych.core.message.Conversation;
import org.aepsych.core.message.Reply;

/** A conversation over a WebSocket: each text message is a request as over TCP, and is answered with one, in order. */
final class AepsychSocket {
    private static final long LONGEST_MESSAGE = 1024L * 1024;
    private static final long PING_SECONDS = 15;

    private final AdaptiveDesk desk;
    private final AepsychGate gate;
    private final ClientRules rules;
    private final Map<String, Conversation> open = new ConcurrentHashMap<>();

    @Inject
    AepsychSocket(AdaptiveDesk desk, AepsychGate gate, ClientRules given) {
        this.desk = desk;
        this.gate = gate;
        this.rules = new ClientRules(given.secret(), ProtocolEra.OBJECTS, true);
    }

    void configure(WsConfig socket) {
        socket.onConnect(this::connected);
        socket.onMessage(context -> received(context, context.message()));
        socket.onBinaryMessage(context -> context.closeSession(WsCloseStatus.UNSUPPORTED_DATA, "only text is read"));
        socket.onClose(this::closed);
        socket.onError(this::closed);
    }

    private void connected(WsConnectContext context) {
        Optional<String> refusal = gate.refusal(Knock.of(context));
        if (refusal.isPresent()) {
            context.closeSession(WsCloseStatus.POLICY_VIOLATION, refusal.get());
            return;
        }
        context.session.setMaxTextMessageSize(LONGEST_MESSAGE);
        context.enableAutomaticPings(PING_SECONDS, TimeUnit.SECONDS);
        open.put(context.sessionId(), desk.newcomer(rules));
    }

    private void received(WsContext context, String text) {
        Conversation conversation = open.get(context.sessionId());
        if (conversation == null) {
            return;
        }
        Reply reply = conversation.handle(text);
        context.send(reply.text());
        if (reply.closes()) {
            context.closeSession(WsCloseStatus.NORMAL_CLOSURE, "goodbye");
        }
    }

    private void closed(WsContext context) {
        Optional.ofNullable(open.remove(context.sessionId())).ifPresent(Conversation::close);
    }
}
