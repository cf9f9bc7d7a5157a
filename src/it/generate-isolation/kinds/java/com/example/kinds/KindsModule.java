package com.example.kinds;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

public class KindsModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    public KindsModule() {
        super("kinds");
        addAbstractTypeMapping(Kinds.Badge.class, Kinds.PlainBadge.class);
        addSerializer(Kinds.Money.class, new StdSerializer<Kinds.Money>(Kinds.Money.class) {
            @Override
            public void serialize(Kinds.Money value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(value.getCents() + " EUR");
            }
        });
        addDeserializer(Kinds.Money.class, new StdDeserializer<Kinds.Money>(Kinds.Money.class) {
            @Override
            public Kinds.Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
                return new Kinds.Money(Long.parseLong(json.getText().split(" ")[0]));
            }
        });
    }
}
