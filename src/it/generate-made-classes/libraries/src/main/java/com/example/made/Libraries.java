package com.example.made;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimap;
import com.google.common.collect.Multiset;
import com.google.common.collect.Range;
import com.google.protobuf.Int32Value;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.joda.time.DateTime;
import org.joda.time.LocalDate;

public class Libraries {

    public GuavaTypes guava(GuavaTypes types) {
        return types;
    }

    public JodaTypes joda(JodaTypes types) {
        return types;
    }

    public ProtobufTypes protobuf(ProtobufTypes types) {
        return types;
    }

    public static class GuavaTypes {

        @NotNull
        @Size(min = 1)
        public ImmutableList<@NotBlank String> list;

        public ImmutableMap<String, Integer> map;
        public Multimap<String, Integer> multimap;
        public Multiset<String> multiset;
        public Range<Integer> range;
    }

    public static class JodaTypes {

        @NotNull
        public DateTime at;

        public List<LocalDate> days;
    }

    public static class ProtobufTypes {

        public Int32Value number;
        public String text;
    }
}
