import io.github.cxonetools.tenant.LocalTenant
import io.github.cxonetools.tenant.TenantSettings
import java.lang.reflect.Proxy
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import java.time.Clock
import java.time.Period

// Staging runs all the while; its client is known beforehand, because the builds are given its credentials.
def directory = new File(basedir, '.cxone/staging').toPath()
Files.createDirectories(directory.parent)
Files.createDirectory(directory)
def credentials = directory.resolve('credentials.json')
Files.writeString(credentials, '{"clientId":"staging","clientSecret":"staging-s3cr3t"}')
if (Files.getFileStore(directory).supportsFileAttributeView('posix')) {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString('rwx------'))
    Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString('rw-------'))
}
new File(basedir, 'staging.txt').text = 'staging-s3cr3t'
def silent = Proxy.newProxyInstance(LocalTenant.classLoader, [io.github.cxonetools.tenant.TenantEvents] as Class[], { proxy, method, arguments -> null })
context.put('staging', LocalTenant.open(new TenantSettings(directory, 18802, Period.ofDays(1), 'it'), Clock.systemUTC(), silent))
return true
