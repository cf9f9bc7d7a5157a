package com.example.made

import com.fasterxml.jackson.annotation.JsonTypeInfo
import com.fasterxml.jackson.annotation.JsonTypeName
import jakarta.validation.constraints.NotBlank
import jakarta.validation.constraints.Size
import java.util.function.Function

@JvmInline
value class Id(val raw: String)

@JvmInline
value class Cents(val amount: Long)

@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
sealed class Shape {
    @JsonTypeName("circle")
    data class Circle(val radius: Int) : Shape()

    @JsonTypeName("square")
    data class Square(val side: String, val label: String?) : Shape()

    @JsonTypeName("none")
    object None : Shape()
}

data class Call(
    val id: Id,
    @field:NotBlank val name: String,
    val price: Cents?,
    val parent: Id? = null,
    val level: UInt = 3u,
    val note: String?,
    val lang: String = "de",
    @field:Size(min = 1) val lines: List<String> = listOf(),
    val counts: Map<String, List<Int>> = mapOf(),
    val shape: Shape = Shape.None,
)

class Late {
    lateinit var name: String
    var note: String? = null
    var tags: MutableList<String> = mutableListOf()
}

data class Bounds(val low: Int, val high: Int, val text: String) {
    init {
        require(low <= high) { "low > high" }
    }
}

class CallHandler : Function<Call, Call> {
    override fun apply(call: Call) = call
}

class LateHandler : Function<Late, Late> {
    override fun apply(late: Late) = late
}

class BoundsHandler : Function<Bounds, Bounds> {
    override fun apply(bounds: Bounds) = bounds
}
