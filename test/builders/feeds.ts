/** What RFC 4287 and the RSS 2.0 specification ask of a feed, as lists of what is broken. Built on the strict XML reader. */
import { readXml, type XmlElement } from './read-xml.ts'

const childrenOf = (elements: readonly XmlElement[], parent: XmlElement): XmlElement[] => {
  const start = elements.indexOf(parent)
  const end = elements.findIndex(({ depth }, at) => at > start && depth <= parent.depth)
  return elements
    .slice(start + 1, end === -1 ? undefined : end)
    .filter(({ depth }) => depth === parent.depth + 1)
}

const count = (elements: readonly XmlElement[], name: string) =>
  elements.filter((each) => each.name === name).length
const isAddress = (text: string | undefined) => text !== undefined && URL.canParse(text)
const isRfc3339 = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)
const isRfc822 = (text: string) =>
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/.test(
    text,
  )

const ATOM_FEED =
  'id title subtitle updated author link contributor category rights generator icon logo entry'.split(' ')
const ATOM_ENTRY =
  'id title updated published author contributor link category summary content rights source'.split(' ')

export function problemsOfAtom(xml: string): string[] {
  const elements = readXml(xml)
  const [root] = elements
  const problems: string[] = []
  if (root?.name !== 'feed' || root.attributes.xmlns !== 'http://www.w3.org/2005/Atom')
    return ['the root is no Atom feed']
  const check = (parent: XmlElement, allowed: readonly string[], where: string) => {
    const own = childrenOf(elements, parent)
    for (const { name } of own) if (!allowed.includes(name)) problems.push(`${where} holds ${name}`)
    for (const name of ['id', 'title', 'updated'])
      if (count(own, name) !== 1) problems.push(`${where} has ${count(own, name)} of ${name}`)
    for (const name of ['published', 'summary', 'content', 'subtitle'])
      if (count(own, name) > 1) problems.push(`${where} has ${name} twice`)
    for (const { name, text, attributes } of own) {
      if (name === 'id' && !isAddress(text)) problems.push(`${where}: the id ${text} is no IRI`)
      if (['updated', 'published'].includes(name) && !isRfc3339(text))
        problems.push(`${where}: ${name} is ${text}`)
      if (name === 'link' && !isAddress(attributes.href)) problems.push(`${where}: a link without an address`)
      if (name === 'category' && !attributes.term) problems.push(`${where}: a category without a term`)
      if (name === 'content' && attributes.type !== 'html')
        problems.push(`${where}: content of type ${attributes.type}`)
    }
    for (const person of own.filter(({ name }) => name === 'author' || name === 'contributor'))
      if (count(childrenOf(elements, person), 'name') !== 1)
        problems.push(`${where}: a person without a name`)
    const alternates = own.filter(({ name, attributes }) => name === 'link' && attributes.rel === 'alternate')
    if (alternates.length !== 1) problems.push(`${where} has ${alternates.length} alternate links`)
    return own
  }
  const own = check(root, ATOM_FEED, 'the feed')
  const entries = own.filter(({ name }) => name === 'entry')
  if (count(own, 'author') === 0) problems.push('nobody is named as the author of entries that name none')
  if (!own.some(({ name, attributes }) => name === 'link' && attributes.rel === 'self'))
    problems.push('no self link')
  const ids = entries.map(
    (entry) => check(entry, ATOM_ENTRY, 'an entry').find(({ name }) => name === 'id')?.text,
  )
  if (new Set(ids).size !== ids.length) problems.push('an id twice')
  return problems
}

const RSS_ITEM =
  'title link description author category comments enclosure guid pubDate source dc:creator'.split(' ')

export function problemsOfRss(xml: string): string[] {
  const elements = readXml(xml)
  const [root, channel] = elements
  if (root?.name !== 'rss' || root.attributes.version !== '2.0' || channel?.name !== 'channel')
    return ['no RSS 2.0']
  const problems: string[] = []
  const own = childrenOf(elements, channel)
  for (const name of ['title', 'link', 'description'])
    if (count(own, name) !== 1) problems.push(`the channel has ${count(own, name)} of ${name}`)
  for (const { name, text } of own) {
    if (name === 'lastBuildDate' && !isRfc822(text)) problems.push(`lastBuildDate is ${text}`)
    if (name === 'link' && !isAddress(text)) problems.push(`the link ${text}`)
    if (name.includes(':') && !root.attributes[`xmlns:${name.split(':')[0]}`])
      problems.push(`${name} has no namespace`)
  }
  const guids: string[] = []
  for (const item of own.filter(({ name }) => name === 'item')) {
    const parts = childrenOf(elements, item)
    for (const { name, text, attributes } of parts) {
      if (!RSS_ITEM.includes(name)) problems.push(`an item holds ${name}`)
      if (name === 'pubDate' && !isRfc822(text)) problems.push(`pubDate is ${text}`)
      if (name === 'link' && !isAddress(text)) problems.push(`the link ${text}`)
      if (name === 'author' && !text.includes('@')) problems.push('an author without a mail address')
      if (name === 'guid') {
        guids.push(text)
        if (attributes.isPermaLink !== 'false' && !/^https?:/.test(text)) problems.push(`the guid ${text}`)
      }
    }
    if (count(parts, 'title') + count(parts, 'description') === 0)
      problems.push('an item with neither title nor description')
    for (const { name } of parts)
      if (name !== 'category' && count(parts, name) > 1) problems.push(`an item has ${name} twice`)
  }
  if (new Set(guids).size !== guids.length) problems.push('a guid twice')
  return problems
}
