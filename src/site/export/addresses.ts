/**
 * From an address of the live site to the file that holds it in the export, and from one file to another. Pages become
 * `name/index.html`, so that the live site's own addresses work on any plain host; links name the file, so that they
 * also work from a disk.
 */
import { createHash } from 'node:crypto'
import { LIVE_ORIGIN } from './live-origin.ts'

/** A place of the site: path and query as asked for, and a fragment that only readers see. */
export interface Address {
  /** "/sources?year=2023": the query sorted, empty values left out. */
  readonly target: string
  /** Decoded, without "#"; "" where there is none. */
  readonly fragment: string
}

/** Null for an address elsewhere (another site, mail); `from` is the target of the page that holds the link. */
export function parseAddress(href: string, from: string): Address | null {
  // Nearly all are so: they come out as they go in, without a parser of the web's addresses.
  const [, path, place] = PLAIN_ADDRESS.exec(href) ?? []
  if (path !== undefined) return { target: path, fragment: place ?? '' }
  let url: URL
  try {
    url = new URL(href, `${LIVE_ORIGIN}${from}`)
  } catch {
    return null // no address at all, which the page's own tests are about
  }
  if (url.origin !== LIVE_ORIGIN) return null
  return { target: url.pathname + sortQuery(url.searchParams), fragment: decode(url.hash.slice(1)) }
}

/** "/topics/allowances#asks": names of letters, digits, "-" and "_" alone. */
const PLAIN_ADDRESS = /^((?:\/[A-Za-z0-9_-]+)+)(?:#([A-Za-z0-9_-]*))?$/

/** "?group=informal&on=…", in one order, or "". */
function sortQuery(parameters: URLSearchParams): string {
  const given = [...parameters].filter(([, value]) => value !== '')
  if (given.length === 0) return ''
  return `?${new URLSearchParams(given.sort(([one], [other]) => (one < other ? -1 : 1)))}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The parameters of a target, by name. */
export const queryOf = (target: string): URLSearchParams => new URLSearchParams(target.split('?')[1] ?? '')

/** Most targets ask for nothing: there is no need to take them apart. */
export const hasQuery = (target: string): boolean => target.includes('?')

export const pathOfTarget = (target: string): string =>
  hasQuery(target) ? target.slice(0, target.indexOf('?')) : target

/** Folder of the pages as they stood on a day. */
export const asAtFolder = (day: string): string => `as-at/${day}`

/** Longer names trouble some disks, and are told apart by a hash. */
const LONGEST_NAME = 120
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i

/** What any disk and any server takes as a name; every other character is written as its bytes. */
export function safeName(text: string): string {
  const safe = text.replaceAll(
    /[^A-Za-z0-9._=,-]/gu,
    (character) => `~${Buffer.from(character).toString('hex')}`,
  )
  const free = RESERVED.test(safe) || /^\.|\.$/.test(safe) ? `~${safe}~` : safe
  if (free.length <= LONGEST_NAME) return free
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return `${free.slice(0, LONGEST_NAME - 17)}~${hash}`
}

/** Addresses under which the site answers with data although they have no ending. */
const DATA_FOLDER = /^\/api(\/|$)/

/** "topics/allowances/index.html", "left-out.csv", "sources/year=2023/index.html", "as-at/2023-12-31/index.html". */
export function fileOf(target: string): string {
  if (isPlainPage(target)) return `${target.slice(1)}/index.html`
  const query = queryOf(target)
  const day = query.get('as_at')
  query.delete('as_at')
  const path = pathOfTarget(target)
  const names = path
    .split('/')
    .filter((name) => name !== '')
    .map((name) => safeName(decode(name)))
  const variant = [...query].map(([name, value]) => safeName(`${name}=${value}`)).join(',')
  const file = endingOf(path) === null ? pageFile(path, names, variant) : dataFile(names, variant)
  return day === null ? file : `${asAtFolder(safeName(day))}/${file}`
}

/** Whether nothing in it is to be written otherwise in names of files. */
const isPlainPage = (target: string): boolean =>
  target.length <= LONGEST_NAME &&
  PLAIN_ADDRESS.test(target) &&
  !target.includes('#') &&
  !DATA_FOLDER.test(target) &&
  !RESERVED_PLAIN.test(target)

const RESERVED_PLAIN = /\/(con|prn|aux|nul|com\d|lpt\d)(\/|$)/i

/** "csv" of "/left-out.csv"; null for a page. */
export const endingOf = (path: string): string | null => /\.([a-z0-9]{1,12})$/i.exec(path)?.[1] ?? null

function pageFile(path: string, names: readonly string[], variant: string): string {
  const folders = variant === '' ? names : [...names, variant]
  if (DATA_FOLDER.test(path)) return `${folders.join('/')}.json`
  return [...folders, 'index.html'].join('/')
}

function dataFile(names: readonly string[], variant: string): string {
  const last = names.at(-1) ?? ''
  const dot = last.lastIndexOf('.')
  const named = variant === '' ? last : `${last.slice(0, dot)},${variant}${last.slice(dot)}`
  return [...names.slice(0, -1), named].join('/')
}

/** How `from` names `to`: "../allowances/index.html". */
export function relativeLink(from: string, to: string): string {
  // The end of the last folder that both are in; a million links are written so in one export.
  let shared = 0
  for (let at = 0; at < from.length && at < to.length && from[at] === to[at]; at += 1)
    if (from[at] === '/') shared = at + 1
  let up = ''
  for (let at = from.indexOf('/', shared); at !== -1; at = from.indexOf('/', at + 1)) up += '../'
  return up + to.slice(shared)
}
