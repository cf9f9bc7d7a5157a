package io.github.cxonetools.execution;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;

/** Whether a call opened a connection or used one that was open: each request carries its own as a tag. */
final class ConnectionUse {

    static final EventListener LISTENER = new EventListener() {
        @Override
        public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
            ConnectionUse use = call.request().tag(ConnectionUse.class);
            if (use != null) {
                use.isNew = true;
            }
        }
    };

    private volatile boolean isNew;

    boolean isNew() {
        return isNew;
    }
}
