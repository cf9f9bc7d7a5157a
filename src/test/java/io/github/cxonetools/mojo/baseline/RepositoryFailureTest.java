package io.github.cxonetools.mojo.baseline;

import java.io.IOException;
import java.net.ConnectException;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Why a repository says nothing, whichever Maven tells it. */
class RepositoryFailureTest {

    private static final RemoteRepository CENTRAL =
            new RemoteRepository.Builder("central", "default", "https://me:s3cr3t@repo.example.com/maven").build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "transfer failed for https://x/m.xml, status: 500 Internal Server Error|500|false",
                "authentication failed for https://x/m.xml, status: 401 Unauthorized|401|true",
                "status code: 403, reason phrase: Forbidden (403)|403|true",
                "HTTP Status: 502|502|false",
                "Could not transfer: GET https://x/m.xml returned (503)|503|false",
            })
    void theStatusIsRead(String message, int status, boolean isUsersFault) {
        RepositoryFailure failure =
                RepositoryFailure.of(CENTRAL, false, new IOException("outer", new IOException(message)));

        assertThat(failure.reason())
                .startsWith("central (https://***@repo.example.com/maven) answered " + status + ": ")
                .endsWith(isUsersFault ? "check the <server> central in settings.xml" : "or correct the repository");
        assertThat(failure.isUsersFault()).isEqualTo(isUsersFault);
    }

    @Test
    void whatDoesNotAnswerIsToldByItsCause() {
        RepositoryFailure failure = RepositoryFailure.of(
                CENTRAL, false, new IOException("outer", new ConnectException("Connection\nrefused")));

        assertThat(failure.reason()).contains("cannot be read: Connection").doesNotContain("\n", "s3cr3t");
        assertThat(failure.isUsersFault()).isFalse();
    }

    @Test
    void offlineIsSaidHoweverItIsWrapped() {
        Exception offline = new IOException("not found", new RepositoryOfflineException(CENTRAL));

        assertThat(RepositoryFailure.of(CENTRAL, false, offline))
                .isEqualTo(RepositoryFailure.of(CENTRAL, true, new IOException("status: 500")));
        assertThat(RepositoryFailure.of(CENTRAL, false, offline).reason())
                .startsWith("Maven is offline (-o), and central (")
                .endsWith("run without -o");
    }
}
