package io.github.cxonetools.schema.jackson;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A field, a method or a parameter, as the project's Jackson knows it. */
public record JacksonMember(ReflectiveCalls calls, Object handle) {

    static @Nullable JacksonMember of(ReflectiveCalls calls, @Nullable Object handle) {
        return handle == null ? null : new JacksonMember(calls, handle);
    }

    /** The type of its value. */
    public JacksonType type() throws BindingException {
        return new JacksonType(calls, calls.get(handle, "getType"));
    }

    /** The type of the values that an any-getter gives or an any-setter takes. */
    public JacksonType anyType() throws BindingException {
        AnnotatedElement element = element();
        return element instanceof Method method && method.getParameterCount() == 2
                ? new JacksonType(calls, calls.get(handle, "getParameterType", 1))
                : type().content();
    }

    @Nullable
    public AnnotatedElement element() throws BindingException {
        return (AnnotatedElement) calls.call(handle, "getAnnotated");
    }

    /** {@return true if the property is read from this member} */
    public boolean isOf(JacksonProperty property) throws BindingException {
        AnnotatedElement element = element();
        return element != null && (element.equals(property.getter()) || element.equals(property.field()));
    }

    public String name() throws BindingException {
        return (String) calls.get(handle, "getName");
    }
}
