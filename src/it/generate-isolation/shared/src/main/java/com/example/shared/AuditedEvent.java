package com.example.shared;

import com.example.optional.Audited;
import com.fasterxml.jackson.annotation.JsonProperty;

@Audited
public record AuditedEvent(@Audited @JsonProperty(value = "event-id", required = true) String id, @Audited long at) {}
