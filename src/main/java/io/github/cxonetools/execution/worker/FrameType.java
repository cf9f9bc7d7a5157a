package io.github.cxonetools.execution.worker;

/** What a frame says. The first group goes to the worker, the second comes from it; bodies are those of {@link Frame}. */
public enum FrameType {
    /**
     * Number: the milliseconds that its first call may take beyond its time; texts: class, method or nothing, input type,
     * output type.
     */
    HANDLER,
    /** Number: the handler's; numbers: bind and call deadlines in milliseconds, 0 for none; bytes: the payload. */
    CALL,
    /** Number: the handler's: load it, so that its first call does not wait for that; answered as {@link #CALL}. */
    PREPARE,
    /** Nothing follows: end normally. */
    CLOSE,

    /** Text: the secret. */
    HELLO,
    /** The call that is answered next is the first of its handler in this JVM; sent before it begins. */
    COLD,
    /** Nanoseconds; bytes: the handler's answer as JSON. */
    OUTPUT,
    /** Nanoseconds; texts: kind, pointer and words of the {@link BindingFinding} that keeps the answer from being sent. */
    UNUSABLE_OUTPUT,
    /** Texts: kind, pointer and words of each {@link BindingFinding}. */
    BINDING_FAILURE,
    /** Nanoseconds or -1; texts: the failure, the same without what may quote a payload, and its {@link StackText}. */
    FAILURE,
    /** As {@link #FAILURE}; the worker is not fit for another call. */
    FATAL_FAILURE,
    /** Texts: what the answered call leaves behind, and the same without what may quote a payload; sent before its answer. */
    LEFTOVER,
    /** Bytes: what was printed. */
    PRINTED,
    /** Texts: the process ids of what the handlers started, and the {@link StackText} of whoever made the JVM end. */
    EXITING;

    private static final FrameType[] ALL = values();

    static FrameType of(int ordinal) {
        if (ordinal < 0 || ordinal >= ALL.length) {
            throw new IllegalArgumentException("No frame has the type " + ordinal);
        }
        return ALL[ordinal];
    }
}
