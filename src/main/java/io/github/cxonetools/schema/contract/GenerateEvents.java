package io.github.cxonetools.schema.contract;

import java.nio.file.Path;

/** What happens while contracts are generated, for whoever words it. */
public interface GenerateEvents {

    /** The contract of {@code action} was written to {@code directory}. */
    void written(String action, Path directory);

    /** Nothing changed since the last run; so many actions were left as they are. */
    void upToDate(int actions);

    /** The contract of {@code action} was removed, because the project declares it no more. */
    void removed(String action);

    /** Something that the schema cannot say: class, field and constraint. */
    void warning(String message);

    /** Something that only a person who looks for it wants to know. */
    void detail(String message);

    /** Something that was assumed or chosen, for example the generation of Jackson. */
    void note(String message);
}
