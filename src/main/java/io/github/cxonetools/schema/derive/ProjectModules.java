package io.github.cxonetools.schema.derive;

import com.github.victools.jsonschema.generator.Module;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.schema.classes.ModuleLoader;
import io.github.cxonetools.schema.classes.ProjectClasses;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * The project's own modules for victools' generator. They say what only the project knows, for example what its converters
 * write; they are its code, and run while contracts are generated.
 *
 * @param list in the order in which the POM names them: the first that answers for a type counts
 */
public record ProjectModules(List<Named> list) {

    /** A module and its class's name. */
    record Named(String name, Module module) {}

    /** @throws RejectedException with what is wrong with each that cannot be loaded, and what to do */
    public static ProjectModules load(List<String> names, ProjectClasses classes) throws RejectedException {
        List<Named> modules = new ArrayList<>();
        Findings findings = new Findings();
        if (!names.isEmpty()) {
            ClassLoader loader = new ModuleLoader(classes.loader(), ProjectModules.class.getClassLoader());
            for (String name : names) {
                try {
                    modules.add(new Named(name, module(name, loader)));
                } catch (RejectedException e) {
                    findings.add(String.valueOf(e.getMessage()));
                }
            }
        }
        findings.throwIfAny("The modules cannot be loaded");
        return new ProjectModules(List.copyOf(modules));
    }

    private static Module module(String name, ClassLoader loader) throws RejectedException {
        try {
            Class<?> type = loader.loadClass(name);
            if (!Module.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
                throw new RejectedException(unloaded(
                        name, "it is not a class that implements " + Module.class.getName() + ". Name one that does"));
            }
            return (Module) type.getConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            throw refused(
                    name,
                    "it is not on the class path. Write its binary name, a nested class with $, and let it be among the "
                            + "main classes or the dependencies",
                    e);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw refused(name, "it has no public constructor without parameters in a public class. Add one", e);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof LinkageError cause
                    ? unlinked(name, cause)
                    : refused(name, "its constructor failed: " + e.getCause() + ". Mend it", e);
        } catch (InstantiationException e) {
            throw new IllegalStateException(name + " is abstract", e);
        } catch (LinkageError e) {
            throw unlinked(name, e);
        }
    }

    private static RejectedException unlinked(String name, LinkageError e) {
        return refused(name, "it does not link: " + e + ". " + REMEDY, e);
    }

    /** What to do where a module does not link, at its loading or later. */
    static final String REMEDY =
            "Compile it against the version of victools' jsonschema-generator that this plugin has, use "
                    + "only public members of the project's types, and keep what it calls with nodes of JSON in classes that name "
                    + "victools";

    private static RejectedException refused(String name, String why, Throwable cause) {
        return new RejectedException(unloaded(name, why), cause);
    }

    private static String unloaded(String name, String why) {
        return "<modules> names " + name + ", which cannot be loaded: " + why;
    }
}
