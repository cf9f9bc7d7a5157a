package io.github.cxonetools.simulator;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payloads that a project keeps to try its actions with. */
public final class Fixtures {

    private Fixtures() {}

    /**
     * Finds fixtures, sorted by action and name.
     *
     * @param directory one folder an action; where there is none, nothing is found
     * @param actions all actions of the project, selected or not: a folder of any other name is a mistake
     * @param glob a pattern on {@code Action/case}; null for all
     * @throws RejectedException where a file there is no fixture that can be played
     */
    public static List<Fixture> find(Path directory, Collection<String> actions, @Nullable String glob)
            throws CxoneException {
        Findings findings = new Findings();
        List<Fixture> found = FixtureFolder.scan(directory, actions, FixturePattern.of(glob), findings);
        findings.throwIfAny("Some fixtures cannot be played");
        return found;
    }

    /**
     * Reads a payload.
     *
     * @param maxBytes a larger one is refused unread
     */
    public static byte[] read(Fixture fixture, long maxBytes) throws CxoneException {
        try {
            if (Files.size(fixture.file()) > maxBytes) {
                throw new RejectedException(fixture.file() + ": larger than " + maxBytes + " bytes (maxPayloadBytes)");
            }
            return Files.readAllBytes(fixture.file());
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + fixture.file(), e);
        }
    }
}
