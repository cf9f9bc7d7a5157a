package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.CxoneException;

/** What a goal does, at once or at the end of the build. */
@FunctionalInterface
public interface GoalWork {
    void run() throws CxoneException;
}
