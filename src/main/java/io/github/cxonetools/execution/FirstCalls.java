package io.github.cxonetools.execution;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which services have been called already, by their URLs. A service cannot be asked whether it is warm: its first call counts
 * as cold, and so does the first after a time when nobody could be reached there.
 */
public final class FirstCalls {

    private final Set<String> called = ConcurrentHashMap.newKeySet();

    ObservedCall.Start reached(String url) {
        return called.add(url) ? ObservedCall.Start.COLD : ObservedCall.Start.WARM;
    }

    void unreached(String url) {
        called.remove(url);
    }
}
