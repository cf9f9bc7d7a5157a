package io.github.cxonetools.execution.worker;

import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads each handler once, when it is first called. */
final class Targets {

    private final ClassLoader loader;
    private final Jacksons jacksons;
    private final Map<Integer, Frame> definitions = new HashMap<>();
    private final Map<Integer, Target> loaded = new HashMap<>();
    private final Map<Integer, Broken> broken = new HashMap<>();
    private @Nullable HandlerValidator constraints;
    private boolean constraintsKnown;

    Targets(ClassLoader loader, List<String> ownJackson) {
        this.loader = loader;
        this.jacksons = new Jacksons(loader, ownJackson);
    }

    void define(Frame definition) {
        definitions.put(definition.id(), definition);
    }

    /** How many milliseconds the handler's first call may take beyond its time. */
    long coldMillis(int id) {
        Frame definition = definitions.get(id);
        return definition == null ? 0 : definition.number();
    }

    /** The handler, or the same failure each time: what broke a class once leaves it broken, with a worse message. */
    Target get(int id) throws Broken {
        Target target = loaded.get(id);
        if (target != null) {
            return target;
        }
        Broken failed = broken.get(id);
        if (failed != null) {
            throw failed;
        }
        try {
            Frame definition = definitions.get(id);
            Target made = load(definition == null ? new String[0] : definition.texts());
            loaded.put(id, made);
            return made;
        } catch (Throwable e) {
            Throwable cause = e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
            Broken failure = new Broken(cause);
            broken.put(id, failure);
            throw failure;
        }
    }

    private Target load(String... definition) throws ReflectiveOperationException {
        if (!constraintsKnown) {
            constraints = HandlerValidator.of(loader);
            constraintsKnown = true;
        }
        return Target.load(definition[0], definition[1], definition[2], definition[3], jacksons, constraints, loader);
    }

    /** The handler cannot be created; the cause says why. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1;

        private final Throwable reason;

        Broken(Throwable reason) {
            super(reason);
            this.reason = reason;
        }

        Throwable reason() {
            return reason;
        }
    }
}
