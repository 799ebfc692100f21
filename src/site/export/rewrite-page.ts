/** A page of the live site as a file: links that lead to files, forms that need no server, a policy of its own. */
import { createHash } from 'node:crypto'
import { ABOUT_COPY, type CopiedLink, type Copy, DAYS, EVERYTHING, isOwn, onDay, SEARCH } from './copy.ts'
import { moveAddresses } from './live-origin.ts'
import { writeLink } from './notes.ts'
import {
  attributesOf,
  decodeEntities,
  encodeText,
  startOfEnd,
  type Tag,
  type TagVisitor,
  walkTags,
} from './scan-html.ts'
import { linksOf, readForm } from './static-forms.ts'

export interface PageToCopy {
  readonly html: string
  /** What was asked of the live site. */
  readonly target: string
  /** Where the page will be. */
  readonly file: string
  /** Days on which this page was there, of those in the copy. */
  readonly days: readonly string[]
}

export interface CopiedPage {
  readonly html: string
  /** Where it leads, as `writeLink` puts it, each once and in order. */
  readonly links: readonly string[]
  /** Places that a link can lead to. */
  readonly ids: readonly string[]
}

const ADDRESSES = /(\s)(href|src|poster|data|cite|action|xlink:href)=(?:"([^"]*)"|'([^']*)')/gi
const ADDRESS_NAMES = new Set(['href', 'src', 'poster', 'data', 'cite', 'action', 'xlink:href'])
/** Tags that are more to a copy than their attributes. */
const WHOLE = new Set(['form', 'head', 'meta', 'link', 'script', 'style'])

export function rewritePage(copy: Copy, page: PageToCopy): CopiedPage {
  const writer = new PageWriter(copy, page)
  walkTags(page.html, WHOLE, writer)
  return writer.finish()
}

/** As many choices as are seen at a glance. */
const MOST_OPEN = 15

/** Goes through the tags once, copying what stands between them. */
class PageWriter implements TagVisitor {
  private readonly parts: string[] = []
  private readonly written = new Set<string>()
  private readonly ids: string[] = []
  private readonly scripts: string[] = []
  private readonly styles: string[] = []
  private copied = 0
  /** Place where the page's policy goes in. */
  private policyPart = -1
  private formStart: Tag | null = null
  private hasScriptFile = false

  constructor(
    private readonly copy: Copy,
    private readonly page: PageToCopy,
  ) {}

  take(tag: Tag): void {
    if (tag.isEnd) {
      if (tag.name === 'form') this.endForm(tag)
      return
    }
    const id = /(?:^|\s)id=(?:"([^"]*)"|'([^']*)')/i.exec(tag.inside)
    if (id !== null) this.ids.push(decodeEntities(id[1] ?? id[2] ?? ''))
    if (tag.name === 'form' && !attributesOf(tag).has('data-scripted')) this.formStart = tag
    else if (tag.name === 'head') this.takeHead(tag)
    else if (tag.name === 'meta') this.takeMeta(tag)
    else if (tag.name === 'link') this.takeLink(tag)
    else if (tag.name === 'script' || tag.name === 'style') this.takeRaw(tag)
  }

  attribute(name: string, valueStart: number, valueEnd: number): void {
    const lower = name.toLowerCase()
    if (lower === 'id') this.ids.push(decodeEntities(this.page.html.slice(valueStart, valueEnd)))
    else if (this.formStart === null && ADDRESS_NAMES.has(lower)) {
      const { attribute, written } = this.copy.write(
        this.page.html.slice(valueStart, valueEnd),
        this.page.target,
        this.page.file,
      )
      if (written !== null) this.written.add(written)
      this.put(valueStart - 1, `"${attribute}"`, valueEnd + 1)
    }
  }

  finish(): CopiedPage {
    this.parts.push(this.page.html.slice(this.copied))
    if (this.policyPart >= 0) this.parts[this.policyPart] = this.policy()
    const html = moveAddresses(this.parts.join(''), this.copy.base)
    return { html, links: [...this.written].sort(), ids: this.ids }
  }

  /** Everything before `from` as it is, then `text` in place of what stands up to `to`. */
  private put(from: number, text: string, to: number): void {
    this.parts.push(this.page.html.slice(this.copied, from), text)
    this.copied = to
  }

  private link(href: string): CopiedLink {
    const link = this.copy.link(href, this.page.target, this.page.file)
    if (link.target !== null) this.written.add(writeLink(link))
    return link
  }

  private putAddresses(tag: Tag): void {
    const inside = tag.inside.replace(ADDRESSES, (_all, space, name, double, single) => {
      const href = this.link(decodeEntities(double ?? single ?? '')).href
      return `${space}${name}="${encodeText(href)}"`
    })
    this.put(
      tag.start,
      `<${this.page.html.slice(tag.start + 1, tag.start + 1 + tag.name.length)}${inside}>`,
      tag.end,
    )
  }

  /** The live site says its policy in a header; a file says it in its head, first of all. */
  private takeHead(tag: Tag): void {
    this.put(tag.end, '', tag.end)
    this.policyPart = this.parts.length - 1
  }

  private takeMeta(tag: Tag): void {
    const attributes = attributesOf(tag)
    const content = attributes.get('content') ?? ''
    const isPolicy = attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy'
    const isShare = /^(og|twitter):(image|url)/.test(
      attributes.get('property') ?? attributes.get('name') ?? '',
    )
    // A share image is fetched by a machine that knows no page to be relative to, so it is a whole address or nothing.
    const { base } = this.copy
    const isHomeless = isShare && base === null
    if (isShare && base !== null && content.startsWith(`${base}/`)) this.link(content.slice(base.length))
    // A page with a stricter policy of its own keeps it: both hold.
    if ((isPolicy && !attributes.has('data-own')) || isHomeless) this.put(tag.start, '', tag.end)
  }

  private takeLink(tag: Tag): void {
    const attributes = attributesOf(tag)
    const href = attributes.get('href') ?? ''
    const relation = attributes.get('rel') ?? ''
    if (/^(canonical|shortlink)$/.test(relation)) {
      if (this.copy.base === null) this.put(tag.start, '', tag.end)
      return
    }
    const link = this.copy.link(href, this.page.target, this.page.file)
    // A feed or an answer that the copy does not have is not told to machines.
    if (link.target !== null && isOwn(link.target)) this.put(tag.start, '', tag.end)
    else this.putAddresses(tag)
  }

  private takeRaw(tag: Tag): void {
    const attributes = attributesOf(tag)
    if (attributes.has('src')) {
      this.hasScriptFile = true
      this.putAddresses(tag)
      return
    }
    const end = startOfEnd(this.page.html, tag.name, tag.end)
    const text = moveAddresses(this.page.html.slice(tag.end, end), this.copy.base)
    if (tag.name === 'style') this.styles.push(hashOf(text))
    else if (!/json/.test(attributes.get('type') ?? '')) this.scripts.push(hashOf(text))
  }

  private policy(): string {
    const sources = (own: string, hashes: readonly string[]) =>
      [own, ...hashes].filter(Boolean).join(' ') || "'none'"
    const scripts = sources(this.hasScriptFile ? "'self'" : '', this.scripts)
    const rules = [
      "default-src 'none'",
      `style-src ${sources("'self'", this.styles)}`,
      ...(scripts === "'none'" ? [] : [`script-src ${scripts}`]),
      "img-src 'self' data:",
      "form-action 'self'",
      "base-uri 'none'",
    ]
    const policy = encodeText(rules.join('; '))
    return `<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer">`
  }

  private endForm(tag: Tag): void {
    const start = this.formStart
    this.formStart = null
    if (start === null) return
    const html = this.page.html.slice(start.start, tag.end)
    this.put(start.start, this.staticForm(html), tag.end)
  }

  private staticForm(html: string): string {
    const form = readForm(html)
    const action = this.linkOfForm(form.attributes.get('action') ?? '')
    if (action.target === SEARCH) {
      this.written.add(writeLink(action))
      return html
        .replace(/ action="[^"]*"/, ` action="${encodeText(action.href)}"`)
        .replaceAll(/<input[^>]*type="hidden"[^>]*>/g, '')
    }
    const name = encodeText(form.attributes.get('class') ?? '')
    if (form.written.join() === 'as_at') return `<p class="${name}">${this.daysLine()}</p>`
    const links = linksOf(form)
    if (links === null) return `<p class="${name}">This copy cannot answer here: it would take a server.</p>`
    const label = form.choices.map((choice) => choice.label).join(', ')
    const items = links.map(({ href, label: text, isChosen }) => this.anchor(href, text, isChosen))
    // A wall of choices stays folded until somebody wants one.
    if (items.length > MOST_OPEN)
      return `<details class="choices"><summary>${encodeText(label)}: ${items.length} choices</summary><nav aria-label="${encodeText(label)}">${items.join(' · ')}</nav></details>`
    return `<nav class="${name} choices" aria-label="${encodeText(label)}"><span>${encodeText(label)}:</span> ${items.join(' ')}</nav>`
  }

  private linkOfForm(action: string): CopiedLink {
    return this.copy.link(action, this.page.target, this.page.file)
  }

  private anchor(href: string, text: string, isChosen: boolean): string {
    const link = this.link(href)
    return `<a href="${encodeText(link.href)}"${isChosen ? ' aria-current="page"' : ''}>${encodeText(text)}</a>`
  }

  /** Where the live site asks for any day, the copy leads to the days it holds, and tells what it is. */
  private daysLine(): string {
    const days = this.page.days.map((day) => this.anchor(onDay(this.page.target, day), shortDay(day), false))
    const other = this.anchor(DAYS, days.length === 0 ? 'As it stood on other days' : 'other days', false)
    const lead = days.length === 0 ? '' : `As it stood at the end of ${days.join(' · ')} · `
    const own = [
      this.anchor(EVERYTHING, 'Everything from A to Z', false),
      this.anchor(ABOUT_COPY, 'About this copy', false),
    ]
    return `${lead}${other} · ${own.join(' · ')}`
  }
}

/** "2023" for the last day of a year, which "the end of" goes before; any other day by its date. */
const shortDay = (day: string): string => (day.endsWith('-12-31') ? day.slice(0, 4) : day)

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
