package io.github.cxonetools.action;

import java.util.regex.Pattern;

/** The rules for an action's name: it is a folder's name on every file system, and a word in URLs and patterns. */
public final class ActionName {

    private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final Pattern WINDOWS_DEVICES =
            Pattern.compile("CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9]", Pattern.CASE_INSENSITIVE);

    private ActionName() {}

    /** Whether an action may have this name. */
    public static boolean isAllowed(String name) {
        try {
            check(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static void check(String name) {
        if (!LETTERS.matcher(name).matches()) {
            throw new IllegalArgumentException("Action name \"" + name + "\" is not allowed: use letters, digits, "
                    + "'-', '_' and '.', beginning with a letter or a digit");
        }
        if (name.endsWith(".")) {
            throw new IllegalArgumentException(
                    "Action name \"" + name + "\" is not allowed: it must not end in '.', because it names a folder");
        }
        if (isWindowsDevice(name)) {
            throw new IllegalArgumentException("Action name \"" + name + "\" is not allowed: " + stem(name)
                    + " is a device on Windows, so no folder can have that name. Choose another name");
        }
    }

    /** Whether {@code name} is a device on Windows, with whatever ending, so that no folder can have it. */
    public static boolean isWindowsDevice(String name) {
        return WINDOWS_DEVICES.matcher(stem(name)).matches();
    }

    private static String stem(String name) {
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }
}
