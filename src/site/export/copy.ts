/** The copy that is being made: where it will stand, which days it holds, and where a link of the live site leads in it. */
import {
  type Address,
  fileOf,
  hasQuery,
  parseAddress,
  pathOfTarget,
  queryOf,
  relativeLink,
} from './addresses.ts'
import { writeLink } from './notes.ts'
import { decodeEntities, encodeText } from './scan-html.ts'

export interface CopyOptions {
  /** Address under which the copy will be opened, without "/" at its end; null where that is not known. */
  readonly base: string | null
  /** Days whose pages as they stood then are in the copy, oldest first. */
  readonly days: readonly string[]
}

export interface Copy extends CopyOptions {
  /** Where a link leads in the copy; `from` is the live target and `here` the file of the page that holds it. */
  link(href: string, from: string, here: string): CopiedLink
  /** The same from attribute value to attribute value, both with their signs written for HTML. */
  write(value: string, from: string, here: string): WrittenLink
}

export interface WrittenLink {
  readonly attribute: string
  /** As `writeLink` puts it; null for links elsewhere. */
  readonly written: string | null
}

/** Pages that only a copy has, as links name them; the live site answers /search itself. */
export const SEARCH = '/search'
export const EVERYTHING = '/everything'
export const DAYS = '/as-at'
export const ABOUT_COPY = '/this-copy'

/** Whether the copy makes it itself: such an address is not asked of the site. */
export const isOwn = (target: string): boolean =>
  /^\/(search|everything|as-at|this-copy|log|verify\.mjs|SHA256SUMS|export\.json)(\/|\?|$)/.test(target)

/** A link as it stands in a file, and what it needs to be there. */
export interface CopiedLink {
  /** Attribute value. */
  readonly href: string
  /** What has to be in the copy for it: null for links elsewhere. */
  readonly target: string | null
  readonly fragment: string
}

/** Answers that a folder of files cannot give: they are made for each question. */
const isAsked = (target: string): boolean =>
  /^\/(search\.\w+|mcp|oembed|api\/search)(\/|\?|$)/.test(target) ||
  (hasQuery(target) && (queryOf(target).has('cursor') || isOtherSupport(target)))

/** Of supports beside the weekly allowance a copy holds the overview of the newest day and its table. */
const isOtherSupport = (target: string): boolean =>
  queryOf(target).has('support') && (queryOf(target).has('on') || !/^\/who-gains(\.csv)?\?/.test(target))

/** Formats whose readers need whole addresses. */
export const needsBase = (target: string): boolean =>
  /\.(atom|rss|ics|xml|feed)$|feed\.json$/.test(pathOfTarget(target))

/** What a link comes to wherever it stands. */
interface Destination {
  readonly target: string
  readonly fragment: string
  readonly file: string
  /** What follows the file's name: the question to a search, the place on the page. */
  readonly ending: string
}

/** Remembers where links lead: most stand on every page. */
export function createCopy(options: CopyOptions): Copy {
  const known = new Map<string, Destination | null>()
  function find(href: string, from: string): Destination | null {
    // Only a whole path leads to the same place from everywhere.
    const isWhole = href.startsWith('/')
    const remembered = isWhole ? known.get(href) : undefined
    if (remembered !== undefined) return remembered
    const address = parseAddress(href, from)
    const destination = address === null ? null : destinationOf(options, address)
    if (isWhole) known.set(href, destination)
    return destination
  }
  function link(href: string, from: string, here: string): CopiedLink {
    const destination = find(href, from)
    if (destination === null) return { href, target: null, fragment: '' }
    const { target, fragment, file, ending } = destination
    const path = file === here && ending.startsWith('#') ? '' : relativeLink(here, file)
    return { href: path + ending, target, fragment }
  }
  const values = new Map<string, WrittenDestination>()
  return {
    ...options,
    link,
    write(value, from, here) {
      // A place on the same page, and most links stand on many pages: neither is read again.
      if (PLAIN_PLACE.test(value)) return { attribute: value, written: from + value }
      const known = values.get(value)
      if (known !== undefined) return { attribute: writePath(known, here), written: known.written }
      const href = decodeEntities(value)
      const copied = link(href, from, here)
      const written = copied.target === null ? null : writeLink(copied)
      const destination = href.startsWith('/') ? find(href, from) : null
      if (destination !== null && written !== null)
        values.set(value, { file: destination.file, ending: encodeText(destination.ending), written })
      return { attribute: encodeText(copied.href), written }
    },
  }
}

/** "#asks": nothing in it is written otherwise in an address or in HTML. */
const PLAIN_PLACE = /^#[\w-]+$/

interface WrittenDestination {
  readonly file: string
  readonly ending: string
  readonly written: string
}

/** Files have names that stand in HTML as they are. */
const writePath = ({ file, ending }: WrittenDestination, here: string): string =>
  file === here && ending.startsWith('#') ? ending : relativeLink(here, file) + ending

function destinationOf(options: CopyOptions, address: Address): Destination {
  const target = ownTarget(options, address) ?? address.target
  // What leads to a page that says why a thing is not here leads to no place on it.
  const fragment = target === address.target ? address.fragment : ''
  const question = target === SEARCH ? questionOf(address.target) : ''
  const mark = fragment === '' ? '' : `#${encodeURIComponent(fragment)}`
  return { target, fragment, file: fileOf(target), ending: question + mark }
}

/** The copy's own page where the live site's cannot be copied as it is. */
function ownTarget(copy: CopyOptions, { target }: Address): string | null {
  if (pathOfTarget(target) === SEARCH) return SEARCH
  if (isAsked(target) || (copy.base === null && needsBase(target))) return ABOUT_COPY
  const day = hasQuery(target) ? queryOf(target).get('as_at') : null
  return day === null || copy.days.includes(day) ? null : DAYS
}

function questionOf(target: string): string {
  const query = queryOf(target)
  query.delete('as_at')
  return query.size === 0 ? '' : `?${query}`
}

/** The target as it stood on a day: "/topics/x?as_at=2023-12-31". */
export function onDay(target: string, day: string): string {
  const query = queryOf(target)
  query.set('as_at', day)
  query.sort()
  return `${pathOfTarget(target)}?${query}`
}
