package com.amazonaws.services.lambda.runtime;

/** As the library has it, which the project does not need. */
public interface Context {

    String getAwsRequestId();

    String getLogGroupName();

    String getLogStreamName();

    String getFunctionName();

    String getFunctionVersion();

    String getInvokedFunctionArn();

    /** CognitoIdentity, in the library. */
    Object getIdentity();

    /** ClientContext, in the library. */
    Object getClientContext();

    int getRemainingTimeInMillis();

    int getMemoryLimitInMB();

    LambdaLogger getLogger();

    default String getTenantId() {
        return "from the interface";
    }
}
