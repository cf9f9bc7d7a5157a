package io.github.cxonetools.scaffold;

import io.github.cxonetools.action.ActionName;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.text.VisibleText;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * The names of an action and of what is made for it.
 *
 * @param action the action's name
 * @param packageName of its classes
 * @param handler the simple name of its handler's class
 * @param artifactId of a project that holds it, which ends its URL too
 */
public record ScaffoldNames(String action, String packageName, String handler, String artifactId) {

    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

    /** Where an upper-case letter begins a word. */
    private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

    /** So that with what is put around it, no file system finds a file's name too long. */
    private static final int LONGEST = 100;

    /**
     * Derives the names.
     *
     * @throws RejectedException where one cannot be a name, with what to do
     */
    public static ScaffoldNames of(String action, String packageName) throws RejectedException {
        Findings findings = new Findings();
        String handler = Arrays.stream(SEPARATORS.split(action))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        checkAction(action, handler, findings);
        checkPackage(packageName, findings);
        findings.throwIfAny("The names cannot be used");
        String artifactId = WORDS.matcher(SEPARATORS.matcher(action).replaceAll("-"))
                .replaceAll("-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("-$", "");
        return new ScaffoldNames(action, packageName, handler, artifactId);
    }

    private static void checkAction(String action, String handler, Findings findings) {
        String other = ". Choose another: -Dcxone.action=<name>";
        String shown = VisibleText.oneLine(action);
        if (!ActionName.isAllowed(action)) {
            findings.add("cxone.action is \"" + shown
                    + "\", which is not a name of one action: use letters, digits, '-',"
                    + " '_' and '.', beginning with a letter, not ending in '.', and no Windows device" + other);
        } else if (!Character.isLetter(action.charAt(0))) {
            findings.add("cxone.action is \"" + shown + "\", and no class can begin with a digit" + other);
        } else if (action.length() > LONGEST) {
            findings.add("cxone.action has " + action.length()
                    + " characters, and files are named after it. Use at most " + LONGEST);
        } else if (isTaken(handler)) {
            findings.add("cxone.action is \"" + shown + "\", and a class " + handler
                    + " would stand in the way of Java's own" + other);
        }
    }

    /** Whether sources without an import mean another class by this name, or the handler's own source does. */
    private static boolean isTaken(String handler) {
        return Object.class.getResource(handler + ".class") != null || handler.equals("Function");
    }

    private static void checkPackage(String name, Findings findings) {
        String shown = "cxone.package is \"" + VisibleText.oneLine(name) + "\"";
        String other = ". Use one like -Dcxone.package=com.example";
        if (!PACKAGE.matcher(name).matches()) {
            findings.add(
                    shown + ", which is not a package: use letters, digits and '_', with '.' between names that begin"
                            + " with a letter" + other);
        } else if (!SourceVersion.isName(name, SourceVersion.RELEASE_17)) {
            findings.add(shown + ", and a word of Java's own cannot name a package" + other);
        } else if (name.equals("java") || name.startsWith("java.")) {
            findings.add(shown + ", and Java runs no classes of others in java" + other);
        } else if (Arrays.stream(name.split("\\.")).anyMatch(ActionName::isWindowsDevice)) {
            findings.add(shown + ", in which a name is a device on Windows, so no folder can have it" + other);
        } else if (name.length() > LONGEST) {
            findings.add("cxone.package has " + name.length()
                    + " characters, and folders are named after it. Use at most " + LONGEST);
        }
    }
}
