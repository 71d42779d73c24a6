package org.aepsych.web.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.aepsych.core.config.server.AddressRange;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;

/**
 * Lets requests that a proxy of ours passes on appear as the visitor sent them. What others say of themselves in the same
 * headers counts for nothing.
 */
final class TrustedProxies implements HttpConfiguration.Customizer {
    private final List<AddressRange> trusted;

    TrustedProxies(List<AddressRange> trusted) {
        this.trusted = trusted;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
        if (trusted.isEmpty() || !(peer instanceof InetSocketAddress address) || address.getAddress() == null) {
            return request;
        }
        Forwarding origin = Forwarding.of(address.getAddress(), request.getHeaders(), trusted);
        return origin.isDirect() ? request : new Passed(request, origin);
    }

    /** A request as the visitor sent it to the proxy. */
    private static final class Passed extends Request.Wrapper {
        private final HttpURI address;
        private final HttpFields headers;
        private final ConnectionMetaData connection;

        Passed(Request request, Forwarding origin) {
            super(request);
            HttpURI.Mutable seen = HttpURI.build(request.getHttpURI());
            origin.scheme().ifPresent(seen::scheme);
            HttpFields.Mutable headers = HttpFields.build(request.getHeaders());
            origin.host().map(HostPort::new).ifPresent(host -> {
                seen.host(host.getHost()).port(host.getPort());
                headers.put(new HostPortHttpField(host));
            });
            this.headers = headers.asImmutable();
            this.address = seen.asImmutable();
            this.connection = new Connection(request.getConnectionMetaData(), origin, request.isSecure());
        }

        @Override
        public HttpURI getHttpURI() {
            return address;
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }

        @Override
        public boolean isSecure() {
            return connection.isSecure();
        }
    }

    /** The visitor's connection to the proxy, as far as it is known. */
    private static final class Connection extends ConnectionMetaData.Wrapper {
        private final Forwarding origin;
        private final boolean secure;
        private final SocketAddress visitor;

        Connection(ConnectionMetaData toUs, Forwarding origin, boolean secure) {
            super(toUs);
            this.origin = origin;
            this.secure = origin.scheme().map("https"::equals).orElse(secure);
            this.visitor = origin.visitor()
                    .<SocketAddress>map(address -> new InetSocketAddress(address, 0))
                    .orElseGet(toUs::getRemoteSocketAddress);
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public SocketAddress getRemoteSocketAddress() {
            return visitor;
        }

        @Override
        public HostPort getServerAuthority() {
            return origin.host().map(HostPort::new).orElseGet(super::getServerAuthority);
        }
    }
}
