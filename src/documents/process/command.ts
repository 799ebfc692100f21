/** The command that starts the process that parses, with as few rights as the system and this Node can take away. */
import { realpathSync } from 'node:fs'
import { dirname, join, parse } from 'node:path'
import type { ParseLimits } from '../source.ts'

export interface ParserCommand {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/**
 * How to start `entry`. With `isIsolated` it starts in a network namespace of its own (Linux, util-linux `unshare`),
 * where there is no interface but a loopback that is down.
 */
export function parserCommand(entry: string, limits: ParseLimits, isIsolated: boolean): ParserCommand {
  const node = [
    `--max-old-space-size=${Math.max(32, Math.round(limits.memoryMegabytes))}`,
    '--no-warnings',
    ...permissionFlags(entry),
    entry,
  ]
  // Nothing of the parent's environment, secrets least of all; TZ and locale could change results.
  const path = process.env.PATH ?? ''
  const env = process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot ?? '' } : { PATH: path }
  if (!isIsolated) return { command: process.execPath, args: node, env }
  const asUser = process.getuid?.() === 0 ? [] : ['--user', '--map-current-user']
  return { command: 'unshare', args: [...asUser, '--net', '--', process.execPath, ...node], env }
}

/** Reading its own code is all that the process may do to the file system; it starts no process and no thread. */
function permissionFlags(entry: string): string[] {
  const flag = ['--permission', '--experimental-permission'].find((name) =>
    process.allowedNodeEnvironmentFlags.has(name),
  )
  return flag ? [flag, ...readablePlaces(entry).map((place) => `--allow-fs-read=${place}`)] : []
}

/** The folder of the entry, and where Node looks for packages from there; linked package folders under both names. */
function readablePlaces(entry: string): string[] {
  const places = [join(dirname(entry), '*')]
  const { root } = parse(entry)
  for (let folder = dirname(entry); ; folder = dirname(folder)) {
    const packages = join(folder, 'node_modules')
    places.push(join(folder, 'package.json'), join(packages, '*'))
    const linked = followLink(packages)
    if (linked !== packages) places.push(join(linked, '*'))
    // The same folder linked from two places, named twice, ends Node 20 before it starts.
    if (folder === root) return [...new Set(places)]
  }
}

function followLink(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path // not there: Node will not look into it either
  }
}
