package io.github.cxonetools.tenant.store;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** The tenant's H2 database: one file, opened by one process, without a listening socket. */
public final class Database implements AutoCloseable {

    private static final String NAME = "tenant";
    private static final int CONNECTIONS = 16;

    private final JdbcDataSource source;
    private final TenantDirectory directory;
    private final DatabaseFiles files;
    private @Nullable DatabaseMarks marks;
    private volatile JdbcConnectionPool pool;

    private Database(TenantDirectory directory, String more) {
        this.directory = directory;
        this.files = new DatabaseFiles(directory);
        this.source = new JdbcDataSource();
        // WRITE_DELAY=0: a commit that was acknowledged has been handed to the operating system.
        source.setURL("jdbc:h2:file:" + directory.file(NAME)
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0"
                + more);
        source.setUser("tenant");
        source.setPassword("");
        this.pool = connect();
    }

    /**
     * Opens or creates the database and brings its tables to the present form.
     *
     * @throws RejectedException where it is damaged: not the file of the last clean stop, or less than was acknowledged
     */
    public static Database open(TenantDirectory directory, String pluginVersion) throws CxoneException {
        DatabaseFiles files = new DatabaseFiles(directory);
        DatabaseFiles.FileState state = files.state();
        if (state == DatabaseFiles.FileState.CHANGED) {
            throw changed(directory, pluginVersion);
        }
        directory.protect(DatabaseFiles.DATABASE);
        Database database = new Database(directory, "");
        try {
            database.migrate(pluginVersion);
            database.marks = files.inUse(database.checked(state));
            return database;
        } catch (CxoneException e) {
            database.abandon();
            if (state == DatabaseFiles.FileState.NEW) {
                // A full disk has left a piece of a database, which nothing could open.
                directory.delete(DatabaseFiles.DATABASE);
            }
            throw e;
        }
    }

    /** Why a file that is another than at its last clean stop is not used; it is opened for reading only. */
    private static CxoneException changed(TenantDirectory directory, String pluginVersion) throws CxoneException {
        DatabaseFiles files = new DatabaseFiles(directory);
        Database database = new Database(directory, ";ACCESS_MODE_DATA=r");
        String what = "It is not as the tenant's last stop left it, ";
        try (Connection connection = database.pool.getConnection()) {
            new Migrations(connection, Migrations.SCRIPTS, pluginVersion).requireKnown();
            return files.damaged(what + held(DatabaseContent.counts(connection), files.acknowledged()));
        } catch (NewerDatabaseException e) {
            return database.newer(e, pluginVersion);
        } catch (SQLException e) {
            return files.damaged(what + "and cannot be read (H2 error " + e.getErrorCode() + ")", e);
        } finally {
            database.abandon();
        }
    }

    private static String held(DatabaseMarks.RecordCounts found, DatabaseMarks.RecordCounts acknowledged) {
        return found.has(acknowledged)
                ? "though all its " + found.actions() + " actions can still be read"
                : "and holds " + found.actions() + " of " + acknowledged.actions() + " actions, " + found.executions()
                        + " of " + acknowledged.executions() + " executions";
    }

    /** What the database holds, which is never less than it has acknowledged. */
    private DatabaseMarks.RecordCounts checked(DatabaseFiles.FileState state) throws CxoneException {
        try (Connection connection = pool.getConnection()) {
            DatabaseMarks.RecordCounts found = DatabaseContent.counts(connection);
            if (state == DatabaseFiles.FileState.UNKNOWN) {
                DatabaseMarks.RecordCounts acknowledged = files.acknowledged();
                if (!found.has(acknowledged)) {
                    throw files.damaged("It lacks what was acknowledged, " + held(found, acknowledged));
                }
                DatabaseContent.readAll(connection);
            }
            return found;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The marks of what was committed. */
    DatabaseMarks marks() {
        return Objects.requireNonNull(marks);
    }

    /** Work on one connection, committed at its end or rolled back. */
    public interface Transaction<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Reads, each statement by itself. */
    public <T> T read(Transaction<T> work) throws UnavailableException {
        return connected(work);
    }

    /** Writes everything or nothing. */
    <T> T write(Transaction<T> work) throws UnavailableException {
        return connected(connection -> committed(connection, work));
    }

    /**
     * Does the work; where the database has closed itself, because a write failed before (a full disk), it is opened again
     * first: nothing that was committed is lost by that.
     */
    private <T> T connected(Transaction<T> work) throws UnavailableException {
        JdbcConnectionPool used = pool;
        try {
            return once(used, work);
        } catch (SQLException e) {
            if (e.getErrorCode() != ErrorCode.DATABASE_IS_CLOSED) {
                throw failed(e);
            }
        }
        try {
            return once(renewed(used), work);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static <T> T once(JdbcConnectionPool pool, Transaction<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return work.run(connection);
        }
    }

    private synchronized JdbcConnectionPool renewed(JdbcConnectionPool stale) {
        if (pool == stale) {
            stale.dispose();
            pool = connect();
        }
        return pool;
    }

    private JdbcConnectionPool connect() {
        JdbcConnectionPool connections = JdbcConnectionPool.create(source);
        connections.setMaxConnections(CONNECTIONS);
        return connections;
    }

    /** Closes it, and backs it up. */
    @Override
    public void close() {
        boolean isClosed = shutDown("SHUTDOWN");
        DatabaseMarks used = marks;
        if (used != null) {
            used.close();
            if (isClosed) {
                files.stopped();
            }
        }
    }

    /** Closes it without another write, so that what is left of it stays. */
    private void abandon() {
        shutDown("SHUTDOWN IMMEDIATELY");
    }

    private boolean shutDown(String how) {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute(how);
            return true;
        } catch (SQLException e) {
            // Every commit is written already; what a failed shutdown leaves is repaired at the next start.
            return false;
        } finally {
            pool.dispose();
        }
    }

    private static <T> T committed(Connection connection, Transaction<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            connection.rollback(); // Else the connection would commit what is there when it is used again.
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void migrate(String pluginVersion) throws CxoneException {
        try (Connection connection = pool.getConnection()) {
            new Migrations(connection, Migrations.SCRIPTS, pluginVersion).run();
        } catch (NewerDatabaseException e) {
            throw newer(e, pluginVersion);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private RejectedException newer(NewerDatabaseException e, String pluginVersion) {
        return new RejectedException(
                "The local tenant in " + directory.path() + " was last used by version " + e.pluginVersion()
                        + " of this plugin, which is newer than " + pluginVersion
                        + ". Use that version, or set cxone.tenantDirectory to another directory",
                e);
    }

    private CxoneException unreadable(SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                new UnavailableException(
                        "Another program has opened the local tenant's database " + files.path() + ". Close it", e);
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 -> failed(e);
            default ->
                files.damaged(
                        "It cannot be read (H2 error " + e.getErrorCode()
                                + "), unless a newer version of this plugin wrote it",
                        e);
        };
    }

    private UnavailableException failed(SQLException e) {
        return new UnavailableException(
                "The local tenant's database in " + directory.path() + " failed (H2 error " + e.getErrorCode()
                        + "). Check that the disk has space left",
                e);
    }
}
