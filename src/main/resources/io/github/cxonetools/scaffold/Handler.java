package @package@;

import java.util.function.Function;

/** Greets whoever it is given. */
public class @handler@ implements Function<@handler@Request, @handler@Response> {

    @Override
    public @handler@Response apply(@handler@Request request) {
        return new @handler@Response("Hello, " + request.name() + "!");
    }
}
