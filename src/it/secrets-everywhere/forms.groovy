// What setup and verification share.
spellings = { String user, String secret ->
    def url = URLEncoder.encode(secret, 'UTF-8')
    byte[] bytes = secret.getBytes('UTF-8')
    def hex = bytes.encodeHex().toString()
    def escaped = { String format -> secret.collect { it ==~ /[A-Za-z0-9]/ ? it : String.format(format, (int) it.charAt(0)) }.join() }
    def middle = secret.length().intdiv(2)
    def inserted = { String what -> secret.substring(0, middle) + what + secret.substring(middle) }
    [
            secret,
            url,
            url.replace('+', '%20'),
            url.replaceAll(/%../) { it.toLowerCase() },
            url.replace('%7E', '~'),
            bytes.collect { String.format('%%%02X', it) }.join(),
            URLEncoder.encode(url, 'UTF-8'),
            escaped('\\u%04X'),
            secret.collect { String.format('\\u%04x', (int) it.charAt(0)) }.join(),
            escaped('\\\\u%04x'),
            secret.replaceAll(/[\/"]/, '\\\\$0'),
            secret.replaceAll(/[^A-Za-z0-9]/, '\\\\$0'),
            secret.replace('&', '&amp;').replace('+', '&plus;').replace('/', '&sol;').replace('"', '&quot;'),
            escaped('&#%d;'),
            escaped('&#x%x;'),
            url.replace('%', '&#37;'),
            hex,
            hex.toUpperCase(),
            hex.replaceAll(/..(?!$)/, '$0:'),
            bytes.encodeBase64().toString(),
            bytes.encodeBase64Url().toString(),
            (user + ':' + secret).getBytes('UTF-8').encodeBase64().toString(),
            inserted('\u0007'),
            inserted('\r\n'),
            inserted('\\n'),
            inserted('\u202E'),
    ]
}
