package org.reactivestreams;

/** As the library has it, which the project does not need. */
public interface Publisher<T> {
    void subscribe(java.util.function.Consumer<? super T> subscriber);
}
