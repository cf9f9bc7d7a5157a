package com.example.shared;

import com.example.optional.Audited;
import java.util.function.Function;

@Audited
public class AuditedHandler implements Function<AuditedEvent, AuditedEvent> {

    @Override
    @Audited
    public AuditedEvent apply(AuditedEvent event) {
        return event;
    }
}
