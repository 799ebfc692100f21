import { describe, expect, it } from 'vitest'
import { checkAddress, checkServerVersion } from './check-address.ts'
import { explainDatabase } from './explain-database.ts'

describe('the address of a database', () => {
  it.each([
    'postgres://holdfast@127.0.0.1/record',
    'postgresql://u:p%40ss@db.example:5432/kin?sslmode=require',
    'postgresql:///record?host=/var/run/postgresql',
  ])('%s can be one', (url) => {
    expect(() => checkAddress(url)).not.toThrow()
  })

  it.each([
    'notaurl',
    '/tmp/record',
    'mysql://u:secret@db/kin',
    'postgres://u:secret@db:99999/kin',
    'http://db',
  ])('%s cannot, and is not repeated', (url) => {
    expect(() => checkAddress(url)).toThrow(
      /^DATABASE_URL is not the address of a PostgreSQL database\. Write it as postgresql:/,
    )
    expect(() => checkAddress(url)).not.toThrow(/secret/)
  })

  it('leads to a server that is new enough', () => {
    expect(() => checkServerVersion(150_013)).not.toThrow()
    expect(() => checkServerVersion(180_000)).not.toThrow()
    expect(() => checkServerVersion(Number.NaN)).not.toThrow()
    expect(() => checkServerVersion(140_020)).toThrow(
      /leads to PostgreSQL 14, and the record needs 15 or newer/,
    )
    expect(() => checkServerVersion(90_624)).toThrow(/PostgreSQL 9/)
  })
})

describe('what goes wrong on the way there', () => {
  const told = (code: string, message = 'as it was told') =>
    explainDatabase(Object.assign(new Error(message), code === '' ? {} : { code }))

  it.each([
    ['ENOTFOUND', 'database_unreachable', 'The host that DATABASE_URL names is not known'],
    ['ECONNREFUSED', 'database_unreachable', 'Check that it runs, and the host and port in DATABASE_URL'],
    ['28P01', 'database_refused', 'Check the user, the password and the database in DATABASE_URL'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'database_refused', 'sslrootcert'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'database_refused', 'sslrootcert'],
    ['CERT_HAS_EXPIRED', 'database_refused', 'sslrootcert'],
  ])('%s is told as %s', (code, expected, words) => {
    expect(told(code)).toMatchObject({ code: expected })
    expect((told(code) as Error).message).toContain(words) // an error of ours
  })

  it('tells of a server that cannot encrypt', () => {
    expect(told('', 'The server does not support SSL connections')).toMatchObject({
      code: 'database_refused',
    })
  })

  it('leaves a bug as it is', () => {
    const bug = new TypeError('x is not a function')
    expect(explainDatabase(bug)).toBe(bug)
  })
})
