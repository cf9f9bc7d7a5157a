package io.github.cxonetools.execution;

import jakarta.validation.constraints.Max;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A handler that ends in every way that a result can tell of. */
public final class ResultHandlers {

    public static final class In {
        private String what;
        private Integer number;

        public void setDo(String what) {
            this.what = what;
        }

        @Max(9)
        public Integer getN() {
            return number;
        }

        public void setN(Integer number) {
            this.number = number;
        }
    }

    public record Out(String done, Map<String, Object> more) {}

    public static final class Broken {
        public String getBroken() {
            throw new IllegalStateException("not to be had");
        }
    }

    public Object act(In in) throws Exception {
        return switch (in.what) {
            case "null" -> null;
            case "text" -> "no JSON";
            case "map" -> Map.of("done", "", "more", "");
            case "self" -> itself();
            case "getter" -> new Broken();
            case "large" -> new Out("x".repeat(1001), Map.of());
            case "half" -> "{\"done\":\"\\ud83d\"}";
            case "throw" -> throw new IllegalStateException("no queue");
            case "checked" -> throw new IOException("no line");
            case "error" -> throw new AssertionError("asserted");
            case "overflow" -> overflow(1);
            case "spin" -> spin();
            case "exit" -> exit();
            case "nothing" -> new Out("", null);
            default -> "{\"done\":\"well\"}";
        };
    }

    private static Map<String, Object> itself() {
        Map<String, Object> map = new HashMap<>();
        map.put("more", map);
        return map;
    }

    private static int overflow(int depth) {
        return overflow(depth + 1) + 1;
    }

    private static Object spin() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    private static Object exit() {
        System.exit(3);
        return null;
    }
}
