package io.github.cxonetools.execution.worker;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The {@code Context} that an AWS Lambda handler is called with: names as Lambda gives them, a request id that counts the calls,
 * the time that is left of the call, and a logger that prints. It has no identity and no client context, as calls that come over
 * HTTP have none.
 */
final class LambdaContext {

    private static final String VERSION = "$LATEST";

    /** Lambda ends no call later. */
    private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(15);

    private static final int MEGABYTE = 1 << 20;

    private final Class<?> type;
    private final String function;
    private long calls;

    /**
     * @param type the interface, as the project has it
     * @param function the function's name
     */
    LambdaContext(Class<?> type, String function) {
        this.type = type;
        this.function = function;
    }

    /** The context of a call that has so many milliseconds; 0 for no limit. */
    Object of(long millis) {
        long number = ++calls;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis > 0 ? millis : LONGEST_MILLIS);
        return proxy(type, (proxy, method, arguments) -> switch (method.getName()) {
            case "getAwsRequestId" -> new UUID(0, number).toString();
            case "getFunctionName" -> function;
            case "getFunctionVersion" -> VERSION;
            case "getInvokedFunctionArn" -> "arn:aws:lambda:us-east-1:000000000000:function:" + function;
            case "getLogGroupName" -> "/aws/lambda/" + function;
            case "getLogStreamName" ->
                "1970/01/01/[" + VERSION + "]" + new UUID(0, 0).toString().replace("-", "");
            case "getMemoryLimitInMB" -> (int) (Runtime.getRuntime().maxMemory() / MEGABYTE);
            case "getRemainingTimeInMillis" ->
                (int) Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
            case "getLogger" -> logger(method.getReturnType());
            default -> other(proxy, method, arguments);
        });
    }

    /** Each way to log, with a level or without, as text or bytes, prints a line. */
    private static Object logger(Class<?> type) {
        return proxy(type, (proxy, method, arguments) -> {
            if (method.getName().equals("log") && arguments != null) {
                Object first = arguments[0];
                System.out.println(first instanceof byte[] text ? new String(text, StandardCharsets.UTF_8) : first);
                return null;
            }
            return other(proxy, method, arguments);
        });
    }

    private static Object proxy(Class<?> type, InvocationHandler answers) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers);
    }

    /** What {@link Object} has, what the interface itself answers, and nothing of what a later version of it may ask. */
    private static @Nullable Object other(Object proxy, Method method, Object... arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> proxy.getClass().getInterfaces()[0].getName();
            };
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        Class<?> given = method.getReturnType();
        if (given == boolean.class) {
            return false;
        }
        return given == int.class ? (Object) 0 : given == long.class ? (Object) 0L : null;
    }
}
