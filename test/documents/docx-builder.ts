/** Builds Word documents for tests from the XML of their body, with the styles and numbering that Word writes. */
import { buildZip, type ZipPart } from './zip-builder.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const ALSO =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface DocxContents {
  readonly body: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly numbering?: string
  /** More styles, beside those of STYLES. */
  readonly styles?: string
  readonly core?: string
  readonly company?: string
  /** More relationships of the main part. */
  readonly relationships?: string
  readonly parts?: readonly ZipPart[]
}

const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`

const STYLES = [
  style('Normal', 'Normal'),
  style('Title', 'Title'),
  style('Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
  style('Heading2', 'heading 2', '<w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
  style('Quote', 'Quote'),
  style('TOC1', 'toc 1'),
].join('')

/** One paragraph; `style` is a style's id, `properties` what else stands in its properties. */
export function paragraph(text: string, styleId = '', properties = ''): string {
  const named = styleId ? `<w:pStyle w:val="${styleId}"/>` : ''
  return `<w:p><w:pPr>${named}${properties}</w:pPr>${run(text)}</w:p>`
}

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph numbered by Word. */
export const numbered = (text: string, id: number, level = 0, styleId = ''): string =>
  paragraph(text, styleId, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`)

export const table = (rows: readonly (readonly string[])[], headerRows = 0): string =>
  `<w:tbl><w:tblGrid>${'<w:gridCol/>'.repeat(rows[0]?.length ?? 0)}</w:tblGrid>${rows
    .map((cells, i) => {
      const header = i < headerRows ? '<w:trPr><w:tblHeader/></w:trPr>' : ''
      return `<w:tr>${header}${cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : paragraph(cell)}</w:tc>`).join('')}</w:tr>`
    })
    .join('')}</w:tbl>`

/** A definition and an instance of numbering with the same id; levels as [format, text]. */
export const numberingOf = (id: number, levels: readonly (readonly [string, string])[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ([format, text], n) =>
        `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`

export function buildDocx(contents: DocxContents): Uint8Array {
  return buildZip([...docxParts(contents), ...(contents.parts ?? [])])
}

export function docxParts(contents: DocxContents): ZipPart[] {
  const { body, footnotes, endnotes, numbering, core, company } = contents
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const parts: [string, string | undefined][] = [
    ['_rels/.rels', relationships(relationship('r1', 'officeDocument', 'word/document.xml'))],
    ['word/_rels/document.xml.rels', relationships(contents.relationships ?? '')],
    ['word/document.xml', `<w:document ${W} ${ALSO}><w:body>${body}<w:sectPr/></w:body></w:document>`],
    ['word/styles.xml', `<w:styles ${W}>${STYLES}${contents.styles ?? ''}</w:styles>`],
    ['word/numbering.xml', numbering && `<w:numbering ${W}>${numbering}</w:numbering>`],
    ['word/footnotes.xml', footnotes && `<w:footnotes ${W}>${footnotes}</w:footnotes>`],
    ['word/endnotes.xml', endnotes && `<w:endnotes ${W}>${endnotes}</w:endnotes>`],
    [
      'docProps/core.xml',
      core && `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">${core}</cp:coreProperties>`,
    ],
    ['docProps/app.xml', company && `<Properties><Company>${company}</Company></Properties>`],
  ]
  return parts.flatMap(([name, xml]) =>
    xml ? [{ name, data: `<?xml version="1.0" encoding="UTF-8"?>\n${xml}` }] : [],
  )
}

const relationships = (all: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`
