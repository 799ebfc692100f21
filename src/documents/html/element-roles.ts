/** What an element of a page means for its reader: shown or not, a block or a part of a line, furniture or content. */
import { attribute, type HtmlElement, type HtmlNode, isElement } from './tree.ts'

const NEVER_SHOWN = new Set(
  'script style template noscript del amp-sidebar amp-lightbox amp-consent amp-user-notification head title meta link base svg canvas video audio object embed iframe map area select datalist option input textarea button progress meter dialog frameset param source track'.split(
    ' ',
  ),
)

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

export const isBlockElement = (element: HtmlElement): boolean => BLOCKS.has(element.tagName)

/** Whether the page shows nothing of this element. Text for screen readers only repeats what the layout says. */
export function isHidden(element: HtmlElement): boolean {
  if (NEVER_SHOWN.has(element.tagName))
    return element.tagName !== 'dialog' || attribute(element, 'open') === undefined
  if (element.attrs.length === 0) return false
  if (attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true') return true
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style') ?? '')) return true
  return hasToken(element, /^(?:\w+-)*(?:visually-?hidden|sr-only|screen-reader-text)$/i)
}

/** The level of a heading, by its element, its role, or Word's style for titles; undefined for what is none. */
export function headingLevelOf(element: HtmlElement): number | undefined {
  const ofName = /^h([1-6])$/.exec(element.tagName)?.[1]
  if (ofName !== undefined) return Number(ofName)
  if (element.tagName === 'p' && attribute(element, 'class') === 'MsoTitle') return 1
  if (attribute(element, 'role') !== 'heading') return undefined
  const level = Number.parseInt(attribute(element, 'aria-level') ?? '2', 10)
  return Math.min(Math.max(level || 2, 1), 6)
}

const FURNITURE_ROLES =
  /^(?:navigation|banner|contentinfo|search|complementary|menu|menubar|toolbar|tablist|alertdialog)$/
const FURNITURE_NAMES =
  /^(?:\w+[-_]{1,2})*(?:nav|navbar|navigation|menu|breadcrumbs?|skip-?links?|cookies?(?:-?(?:banner|consent|notice|bar|message|popup))?|gdpr|consent|share(?:-?(?:links?|bar|buttons?))?|sharing|social(?:-?(?:links?|media|icons?|share))?|pagination|pager|sidebar|side-?bar|newsletter(?:-?sign-?up)?|related(?:-?(?:content|posts?|articles?|links?|items?))?|toc|table-?of-?contents|contents-?list|back-?to-?top|masthead|site-?(?:header|footer)|gem-c-feedback|feedback-form|comment-?(?:form|list|respond))$/i

/** Whether an element is part of the site around the text: menus, banners, sharing, cookie notices. */
export function isFurniture(element: HtmlElement): boolean {
  const { tagName } = element
  if (tagName === 'nav' || tagName === 'search' || tagName === 'menu') return true
  if (tagName === 'aside') return !isBox(element)
  return (
    FURNITURE_ROLES.test(attribute(element, 'role') ?? '') ||
    (tagName !== 'body' && tagName !== 'html' && hasToken(element, FURNITURE_NAMES))
  )
}

const BOX_NAMES =
  /^(?:\w+[-_]{1,2})*(?:call-?to-?action|inset(?:-?text)?|call-?out|info-?box|text-?box|highlight(?:ed)?-?box|notice-?box|advisory|information-block|recommendations?(?:-?box)?|key-?(?:points?|messages?|facts?)|box|boxed|well)$/i

/** Whether the page draws a box or a tinted ground around the element. */
export function isBox(element: HtmlElement): boolean {
  return element.tagName === 'fieldset' || hasToken(element, BOX_NAMES)
}

/** Whether notes stand in the element ("footnotes" of GOV.UK, DPUB roles, the usual classes). */
export function isNotes(element: HtmlElement): boolean {
  return (
    /^doc-(?:endnotes?|footnotes?)$/.test(attribute(element, 'role') ?? '') ||
    noteNumberOf(element) !== undefined ||
    hasToken(element, /^(?:\w+[-_])*(?:footnotes?|endnotes?|reference-list|references)$/i)
  )
}

/** The number of the note that stands in an element, as Markdown's converters, Word, LibreOffice and Google Docs write it. */
export const noteNumberOf = (element: HtmlElement): string | undefined =>
  /^(?:fn[:_-]?|ftn|edn|sdfootnote|sdendnote)(\d+)$/.exec(attribute(element, 'id') ?? '')?.[1] ??
  /^ftnt(\d+)$/.exec(leadingAnchor(element) ?? '')?.[1]

/** Whether someone's comment on the text stands in the element, as Word and Google Docs put them at a page's end. */
export function isComment(element: HtmlElement): boolean {
  return (
    /^cmnt\d+$/.test(leadingAnchor(element) ?? '') ||
    /mso-element\s*:\s*comment\b/.test(attribute(element, 'style') ?? '')
  )
}

/** The id of the anchor that a paragraph, or the first paragraph of a division, begins with. */
function leadingAnchor(element: HtmlElement): string | undefined {
  if (element.tagName !== 'p' && element.tagName !== 'div') return undefined
  let first: HtmlElement | undefined = element
  for (let depth = 0; first && depth < 3; depth++) {
    const child: HtmlNode | undefined = first.childNodes.find(
      (node) => isElement(node) || ('value' in node && node.value.trim() !== ''),
    )
    first = child && isElement(child) ? child : undefined
    if (first?.tagName === 'a') return attribute(first, 'id')
  }
  return undefined
}

/** A mark that refers to a note ("1", "[2]") or leads back from it: shown raised, and no word of the line. */
export function isNoteMark(element: HtmlElement): boolean {
  if (element.tagName === 'sup')
    return element.childNodes.some((child) => isElement(child) && isNoteLink(child)) || isNoteLink(element)
  return element.tagName === 'a' && isNoteLink(element) && !NOTE_WORDS.test(textOfFew(element))
}

/** What a raised element shows; enough to see whether it is the mark of a note. */
export const raisedText = (element: HtmlElement): string => textOfFew(element)

/** A link to a note that reads as words ("see note 4 on funding") is part of its sentence. */
const NOTE_WORDS = /\p{L}{2}/u

function isNoteLink(element: HtmlElement): boolean {
  const role = attribute(element, 'role') ?? ''
  if (role === 'doc-noteref' || role === 'doc-backlink') return true
  if (
    hasToken(
      element,
      /^(?:footnote-?(?:ref|back|backref)|reversefootnote|data-footnote-backref|fnref[\w:-]*)$/i,
    )
  )
    return true
  const href = attribute(element, 'href') ?? ''
  return /^#(?:_?(?:ftn|edn|sdfootnote|sdendnote|fn|note|footnote|endnote|ref|cite_note|cmnt|msocom)[\w:.-]*)$/i.test(
    href,
  )
}

/** The text of an element's first few nodes; enough for a mark. */
function textOfFew(element: HtmlElement): string {
  return element.childNodes
    .slice(0, 4)
    .map((child) => ('value' in child ? child.value : isElement(child) ? textOfFew(child) : ''))
    .join('')
}

/** Whether a class or the id of an element is one that `pattern` tells. */
export function hasToken(element: HtmlElement, pattern: RegExp): boolean {
  for (const { name, value } of element.attrs) {
    if ((name !== 'class' && name !== 'id') || value.length > 2000) continue
    if (value.split(/\s+/).some((token) => token.length <= 80 && pattern.test(token))) return true
  }
  return false
}
