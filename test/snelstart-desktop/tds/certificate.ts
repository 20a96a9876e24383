// A self-signed certificate, made by openssl as SQL Server makes its own at first start.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `isWeak`: as SQL Server made them before 2017, 1024 bits with SHA-1. */
export function makeCertificate(isWeak: boolean): { readonly key: string; readonly certificate: string } {
  const folder = mkdtempSync(join(tmpdir(), 's-connect-sql-'))
  try {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
    const names = ['-subj', '/CN=SSL_Self_Signed_Fallback', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
    const files = ['-keyout', key, '-out', certificate]
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        ...(isWeak ? ['rsa:1024', '-sha1'] : ['rsa:2048']),
        '-nodes',
        '-days',
        '30',
        ...names,
        ...files,
      ],
      {
        stdio: 'pipe',
      },
    )
    return { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether `makeCertificate` can work here. */
export function hasOpenSsl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}
