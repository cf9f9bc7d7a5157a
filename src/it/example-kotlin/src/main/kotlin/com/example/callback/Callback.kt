package com.example.callback

import com.fasterxml.jackson.annotation.JsonPropertyDescription
import jakarta.validation.constraints.Pattern
import java.util.function.Function

data class CallbackRequest(
    @field:JsonPropertyDescription("where to call, as E.164 writes it")
    @field:Pattern(regexp = "\\+[1-9][0-9]{6,14}")
    val phone: String,
    val priority: Priority = Priority.NORMAL,
    val topic: String?,
)

enum class Priority { NORMAL, HIGH }

data class CallbackSlot(val minutes: Int, val text: String)

class Callback : Function<CallbackRequest, CallbackSlot> {
    override fun apply(request: CallbackRequest): CallbackSlot {
        val minutes = if (request.priority == Priority.HIGH) 5 else 60
        return CallbackSlot(minutes, "We call ${request.phone} about ${request.topic ?: "your question"}")
    }
}
