/** Whether a page is valid HTML, by html-validate and one rule beside it. */
import { HtmlValidate } from 'html-validate'
import { elementsOf } from './crawl.ts'

const validator = new HtmlValidate({ extends: ['html-validate:standard'] })

/** Attributes that hold one address. */
const ADDRESSES = ['href', 'src', 'action', 'cite', 'poster']

/** What the URL standard lets stand in an address without being written as %XX. */
const ADDRESS = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-Fa-f]{2}|[^\p{ASCII}\s])*$/u

/** Every fault of a page, each with its place and in words; none for a valid one. */
export async function faultsIn(html: string, name: string): Promise<string[]> {
  const { results } = await validator.validateString(html, name)
  const faults = results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => `${name}:${line}:${column} ${message} (${ruleId})`),
  )
  // html-validate does not read addresses; W3C's checker does, and once found a space in one.
  const addresses = elementsOf(html).flatMap(({ name: element, attributes }) =>
    ADDRESSES.map((attribute) => attributes[attribute])
      .filter((address) => address !== undefined)
      .filter((address) => !ADDRESS.test(address))
      .map((address) => `${name} <${element}> not an address: ${address.slice(0, 100)}`),
  )
  return [...faults, ...addresses]
}
