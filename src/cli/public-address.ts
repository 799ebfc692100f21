/** The address that a public site is known by: it goes into every address that leaves the site. */
import { UsageError } from '../model/index.ts'

/** "https://example.org/kinship", without a slash at its end; null for what is no address of a folder on the web. */
export function parseSiteAddress(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  if (url.search !== '' || url.hash !== '' || url.username !== '') return null
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

/** As `parseSiteAddress`; undefined where none is set. Throws `option_invalid`. */
export function parsePublicAddress(text: string | undefined): string | undefined {
  if (!text) return undefined
  const address = parseSiteAddress(text)
  if (address !== null) return address
  throw new UsageError(
    'option_invalid',
    `HOLDFAST_ADDRESS is "${text}", which is no address of a site. Write it as https://example.org, with a folder where the site is in one.`,
  )
}
