package com.example;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.io.IOException;

/** Written as EUR 12, by code that no schema can be read off. */
@JsonSerialize(using = Money.Writer.class)
@JsonDeserialize(converter = Money.Reader.class)
public record Money(String currency, long amount) {

    static final class Writer extends JsonSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(money.currency + " " + money.amount);
        }
    }

    static final class Reader extends StdConverter<String, Money> {
        @Override
        public Money convert(String text) {
            String[] words = text.split(" ");
            return new Money(words[0], Long.parseLong(words[1]));
        }
    }
}
