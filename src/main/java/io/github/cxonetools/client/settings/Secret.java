package io.github.cxonetools.client.settings;

import io.github.cxonetools.action.RejectedException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A secret that is there, or in a file that is read each time, because what is mounted there may be rotated. */
public sealed interface Secret {

    /** The secret itself. */
    String reveal() throws RejectedException;

    /** Whether asking again may give another value. */
    boolean mayChange();

    static Secret of(String value) {
        return new Value(value);
    }

    static Secret in(Path file, String origin) {
        return new InFile(file, origin);
    }

    /** A secret that is known. */
    record Value(String reveal) implements Secret {

        @Override
        public boolean mayChange() {
            return false;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** A secret in a file; what editors leave around it is not part of it. */
    record InFile(Path file, String origin) implements Secret {

        @Override
        public String reveal() throws RejectedException {
            String text;
            try {
                text = StoredText.line(Files.readString(file), origin + " names " + file + ", which");
            } catch (CharacterCodingException e) {
                throw new RejectedException(
                        origin + " names " + file + ", which is not text in UTF-8. Store it as one", e);
            } catch (IOException e) {
                throw new RejectedException(
                        origin + " names " + file + ", which cannot be read. Check that it exists and its permissions",
                        e);
            }
            if (text.isEmpty()) {
                throw new RejectedException(origin + " names " + file + ", which is empty. Write the secret there");
            }
            return text;
        }

        @Override
        public boolean mayChange() {
            return true;
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
