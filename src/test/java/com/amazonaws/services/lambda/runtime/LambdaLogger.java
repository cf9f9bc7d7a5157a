package com.amazonaws.services.lambda.runtime;

/** As the library has it, which the project does not need. */
public interface LambdaLogger {

    void log(String message);

    void log(byte[] message);
}
