package com.example.made;

import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimap;
import com.google.common.collect.Multiset;
import com.google.common.collect.Range;
import com.google.common.collect.Table;
import com.google.protobuf.Int32Value;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.joda.time.DateTime;
import org.joda.time.LocalDate;
import org.joda.time.MonthDay;
import org.joda.time.ReadableInstant;

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
        public Table<String, Integer, String> table;
        public ImmutableBiMap<String, Integer> codes;
    }

    public static class JodaTypes {

        @NotNull
        public DateTime at;

        public List<LocalDate> days;
        public ReadableInstant since;
        public MonthDay birthday;
    }

    public static class ProtobufTypes {

        public Int32Value number;
        public String text;
    }
}
