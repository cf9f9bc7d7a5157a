package io.github.cxonetools.tenant;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/** The tenant's H2 database: one file, opened by one process, without a listening socket. */
final class Database implements AutoCloseable {

    private static final String NAME = "tenant";
    private static final String FILE = NAME + ".mv.db";
    private static final int CONNECTIONS = 16;

    private final JdbcDataSource source;
    private final TenantDirectory directory;
    private volatile JdbcConnectionPool pool;

    private Database(TenantDirectory directory) {
        this.directory = directory;
        this.source = new JdbcDataSource();
        // WRITE_DELAY=0: a commit that was acknowledged has been handed to the operating system.
        source.setURL(
                "jdbc:h2:file:" + directory.file(NAME)
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0");
        source.setUser("tenant");
        source.setPassword("");
        this.pool = connect();
    }

    /** Opens or creates the database and brings its tables to the present form. */
    static Database open(TenantDirectory directory, String pluginVersion) throws CxoneException {
        directory.protect(FILE);
        boolean isNew = directory.isEmpty(FILE);
        Database database = new Database(directory);
        try {
            database.migrate(pluginVersion);
            return database;
        } catch (CxoneException e) {
            database.close();
            if (isNew) {
                directory.delete(FILE); // A full disk has left a piece of a database, which nothing could open.
            }
            throw e;
        }
    }

    /** Work on one connection, committed at its end or rolled back. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Reads, each statement by itself. */
    <T> T read(Work<T> work) throws UnavailableException {
        return connected(work);
    }

    /** Writes everything or nothing. */
    <T> T write(Work<T> work) throws UnavailableException {
        return connected(connection -> committed(connection, work));
    }

    /**
     * Does the work; where the database has closed itself, because a write failed before (a full disk), it is opened again
     * first: nothing that was committed is lost by that.
     */
    private <T> T connected(Work<T> work) throws UnavailableException {
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

    private static <T> T once(JdbcConnectionPool pool, Work<T> work) throws SQLException {
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

    @Override
    public void close() {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute("SHUTDOWN");
        } catch (SQLException e) {
            // Every commit is written already; what a failed shutdown leaves is repaired at the next start.
        }
        pool.dispose();
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void migrate(String pluginVersion) throws CxoneException {
        try (Connection connection = pool.getConnection()) {
            new Migrations(connection, Migrations.SCRIPTS, pluginVersion).run();
        } catch (NewerDatabaseException e) {
            throw new RejectedException(
                    "The local tenant in " + directory.path() + " was last used by version " + e.pluginVersion()
                            + " of this plugin, which is newer than " + pluginVersion
                            + ". Nothing was changed. Use that version, or set cxone.tenantDirectory to another directory",
                    e);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private CxoneException unreadable(SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                new UnavailableException(
                        "Another program has opened the local tenant's database " + directory.file(FILE) + ". Close it",
                        e);
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 -> failed(e);
            default ->
                new RejectedException(
                        "The local tenant's database " + directory.file(FILE) + " cannot be read (H2 error "
                                + e.getErrorCode() + "): it is damaged, or a newer version of this plugin wrote it. "
                                + "Nothing was changed. Move it away to begin anew, or set cxone.tenantDirectory",
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
