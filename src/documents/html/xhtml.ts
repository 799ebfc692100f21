/** Pages written as XML: there an element without content may close itself, which HTML would read on to the end of the page. */

const XHTML_NAMESPACE = 'http://www.w3.org/1999/xhtml'
/** A namespace stands in the first tag, after a document type of some 150 letters. */
const SAMPLE = 2000
/** Elements whose content HTML takes for text whatever stands there. */
const SELF_CLOSED = /<(title|script|style|textarea|iframe|noscript|noframes|xmp)\b([^<>]*)\/>/gi

/** `text` with such elements closed as HTML closes them; pages that do not say they are XML are as they were. */
export function closeEmptyElements(text: string): string {
  const head = text.slice(0, SAMPLE)
  const isXml = /^\s*<\?xml\s/.test(head) || head.includes(XHTML_NAMESPACE)
  return isXml ? text.replace(SELF_CLOSED, '<$1$2></$1>') : text
}
