import { describe, expect, it } from 'vitest'
import {
  buildDocx,
  type DocxContents,
  docxParts,
  numbered,
  numberingOf,
  paragraph,
  run,
  table,
} from '../../../test/documents/docx-builder.ts'
import { buildZip } from '../../../test/documents/zip-builder.ts'
import { DEFAULT_LIMITS } from '../source.ts'
import { parseDocx } from './index.ts'

const parse = (contents: DocxContents) =>
  parseDocx({ name: 'plan.docx', bytes: buildDocx(contents) }, DEFAULT_LIMITS)
const outline = (contents: DocxContents) => {
  const { text, blocks } = parse(contents)
  return blocks.map((block) => {
    const words = block.cells
      ? block.cells.map((cell) => text.slice(cell.start, cell.end)).join(' ¦ ')
      : text.slice(block.start, block.end)
    return `${block.kind}${block.level ?? ''}${block.number ? `#${block.number}` : ''} ${words}`
  })
}
const p = paragraph
const raised = (text: string) => run(text, '<w:vertAlign w:val="superscript"/>')
/** A field of an older form, with its state in its properties. */
const formField = (state: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Field1"/>${state}</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

describe('parseDocx', () => {
  it.each<[string, string, string[]]>([
    [
      'joins runs and decodes entities',
      `<w:p>${run('Fish &amp; ')}${run('ch')}${run('ips')}</w:p>`,
      ['paragraph Fish & chips'],
    ],
    ['reads headings by style', p('A', 'Heading1') + p('B', 'Heading2'), ['heading1 A', 'heading2 B']],
    ['reads headings by their own outline level', p('A', '', '<w:outlineLvl w:val="2"/>'), ['heading3 A']],
    ['puts headings under the title', p('T', 'Title') + p('A', 'Heading1'), ['heading1 T', 'heading2 A']],
    ['reads quotations', p('a', 'Quote'), ['quote a']],
    ['takes contents for navigation', p('A 3', 'TOC1'), ['navigation A 3']],
    [
      'takes text inserted with changes tracked',
      `<w:p>${run('We ')}<w:ins>${run('will')}</w:ins></w:p>`,
      ['paragraph We will'],
    ],
    [
      'leaves deleted and moved text out',
      `<w:p><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:moveFrom>${run('no')}</w:moveFrom>${run('yes')}</w:p>`,
      ['paragraph yes'],
    ],
    [
      'joins paragraphs whose end was deleted',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('We ')}</w:p>${p('act.')}`,
      ['paragraph We act.'],
    ],
    [
      'leaves raised digits out that stand like the mark of a note',
      `<w:p>${run('by 2026')}${raised('3')}${run(', £5 million')}${raised('4, 5')}${run('.')}${run('6', '<w:rStyle w:val="FootnoteReference"/>')}</w:p>`,
      ['paragraph by 2026, £5 million.'],
    ],
    [
      'keeps what is raised and no mark',
      `<w:p>${raised('1')}${run(' In 40 m')}${raised('2')}${run(', the 1')}${raised('st')}${run(' of 10')}${raised('6')}${run('.')}</w:p>`,
      ['paragraph 1 In 40 m2, the 1st of 106.'],
    ],
    [
      'parts lines that are typed as items or numbered',
      `<w:p><w:r><w:t>We will:</w:t><w:br/><w:t>• fund it</w:t><w:br/><w:t>•</w:t><w:tab/><w:t>reply</w:t><w:br/><w:t>soon</w:t><w:br/><w:t>2. Staff</w:t></w:r></w:p>`,
      ['paragraph We will:', 'list-item1 fund it', 'list-item1 reply\nsoon', 'paragraph#2 2. Staff'],
    ],
    ['leaves hidden text out', `<w:p>${run('no', '<w:vanish/>')}${run('yes')}</w:p>`, ['paragraph yes']],
    [
      'leaves out what a style hides, unless the run says otherwise',
      `<w:p>${run('no', '<w:rStyle w:val="Hidden"/>')}${run('yes')}</w:p>${p('no', 'HiddenNote')}<w:p><w:pPr><w:pStyle w:val="HiddenNote"/></w:pPr>${run('shown', '<w:vanish w:val="0"/>')}</w:p>`,
      ['paragraph yes', 'paragraph shown'],
    ],
    [
      'takes a line that a style makes bold for a heading',
      `<w:p>${run('Costs', '<w:rStyle w:val="Strong"/>')}</w:p>${p('They rose.')}`,
      ['heading1 Costs', 'paragraph They rose.'],
    ],
    ['reads headings by the id of a style that is missing', p('A', 'Heading3'), ['heading3 A']],
    [
      'leaves field codes out and keeps their results',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>no</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('12')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      ['paragraph 12'],
    ],
    [
      'shows boxes that are ticked and boxes that are not',
      `<w:p>${formField('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')}${run(' Yes ')}${formField('<w:checkBox><w:default w:val="0"/></w:checkBox>')}${run(' No')}</w:p>`,
      ['paragraph ☒ Yes ☐ No'],
    ],
    [
      'shows what was chosen from a list',
      `<w:p>${run('Reply: ')}${formField('<w:ddList><w:result w:val="1"/><w:listEntry w:val="Accept"/><w:listEntry w:val="Reject"/></w:ddList>')}</w:p>`,
      ['paragraph Reply: Reject'],
    ],
    [
      'reads symbols of fonts that have them in place of letters',
      `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${run(' Yes ')}<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>${run(' No')}<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r></w:p>`,
      ['paragraph ☑ Yes ☐ No'],
    ],
    [
      'keeps the parts of a fraction apart',
      `<w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>${run(' of them')}</w:p>`,
      ['paragraph 1/2 of them'],
    ],
    [
      'keeps the words of links',
      `<w:p><w:hyperlink r:id="x">${run('the plan')}</w:hyperlink></w:p>`,
      ['paragraph the plan'],
    ],
    [
      'reads breaks, tabs and hyphens',
      '<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>',
      ['paragraph a\nb c\u2011d'],
    ],
    [
      'reads content controls',
      `<w:sdt><w:sdtPr/><w:sdtContent>${p('a')}</w:sdtContent></w:sdt>`,
      ['paragraph a'],
    ],
    [
      'leaves out what an empty content control asks for',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('Click or tap here to enter text.')}</w:sdtContent></w:sdt>${p('b')}`,
      ['paragraph b'],
    ],
    [
      'takes a generated contents list for navigation',
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('A 3')}</w:sdtContent></w:sdt>${p('b')}`,
      ['navigation A 3', 'paragraph b'],
    ],
    [
      'reads text boxes once, after the paragraph that holds them',
      `<w:p>${run('a')}<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>${p('box')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>${p('box')}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>${run('b')}</w:p>`,
      ['paragraph ab', 'paragraph box'],
    ],
    [
      'reads tables',
      table([
        ['A', 'B'],
        ['1', '2'],
      ]),
      ['table-row A ¦ B', 'table-row 1 ¦ 2'],
    ],
    ['keeps paragraphs in a cell apart', table([['A', p('1') + p('2')]]), ['table-row A ¦ 1\n2']],
    [
      'flattens a table in a cell',
      table([['A', `${table([['x', 'y']])}${p('z')}`]]),
      ['table-row A ¦ x\ny\nz'],
    ],
    ['reads a table of one column as a box', table([['a'], ['b']]), ['paragraph a', 'paragraph b']],
    [
      'takes bullets typed by hand off',
      p('• fund buses') + p('(a) trams'),
      ['list-item1 fund buses', 'list-item1#a trams'],
    ],
    [
      'takes a bold line over text for a heading',
      `<w:p>${run('Costs', '<w:b/>')}</w:p>${p('They rose.')}`,
      ['heading1 Costs', 'paragraph They rose.'],
    ],
  ])('%s', (_name, body, expected) => {
    const styles =
      '<w:style w:type="character" w:styleId="Hidden"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="HiddenNote"><w:name w:val="Hidden note"/><w:rPr><w:vanish/></w:rPr></w:style>'
    expect(outline({ body, styles })).toEqual(expected)
  })

  describe("reads Word's namespaces under any prefix", () => {
    const { body, footnotes } = {
      body: `<w:p>${run('We act')}<m:oMath><m:r><m:t> at once</m:t></m:r></m:oMath><w:r><w:footnoteReference w:id="2"/></w:r><mc:AlternateContent><mc:Fallback>${run('no')}</mc:Fallback></mc:AlternateContent></w:p>`,
      footnotes: `<w:footnote w:id="2">${p('A note.')}</w:footnote>`,
    }
    const math = 'http://schemas.openxmlformats.org/officeDocument/2006/math'
    it.each<[string, (xml: string) => string]>([
      ['as Word writes them', (xml) => xml],
      ['numbered, as libraries do', (xml) => xml.replace(/(<\/?|\s|xmlns:)(w|m|mc)(?=[:=])/g, '$1ns-$2')],
      [
        'none, in attributes alone',
        (xml) => xml.replace(/(<\/?)w:/g, '$1').replace(/ xmlns:w="([^"]+)"/, ' xmlns="$1" xmlns:w="$1"'),
      ],
      [
        'strict',
        (xml) =>
          xml
            .replace(
              /http:\S+wordprocessingml\/2006\/main/,
              'http://purl.oclc.org/ooxml/wordprocessingml/main',
            )
            .replace(math, 'http://purl.oclc.org/ooxml/officeDocument/math'),
      ],
    ])('%s', (_name, rewrite) => {
      const parts = docxParts({ body, footnotes }).map(({ name, data }) => ({
        name,
        data: rewrite(String(data).replace('xmlns:mc=', `xmlns:m="${math}" xmlns:mc=`)),
      }))
      const { text } = parseDocx({ name: 'plan.docx', bytes: buildZip(parts) }, DEFAULT_LIMITS)
      expect(text.replace(/\s+/g, ' ')).toBe('We act at once A note.')
    })
  })

  it('says that changes were tracked, and only then', () => {
    const noticesOf = (body: string) => parse({ body }).notices.map(({ code }) => code)
    expect(noticesOf(`<w:p><w:del>${run('no')}</w:del>${run('yes')}</w:p>`)).toEqual([
      'changes_taken_as_accepted',
    ])
    expect(noticesOf(p('yes'))).toEqual([])
  })

  it.each([
    ['another document', '<w:altChunk r:id="r9"/>', /another one put into it.*save it under a new name/],
    ['a comment', '<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>', /comments in its margin/],
    ['a diagram', '<w:p><w:r><w:drawing><dgm:relIds r:dm="r9"/></w:drawing></w:r></w:p>', /SmartArt/],
  ])('says that %s was left out', (_name, xml, message) => {
    expect(parse({ body: p('yes') + xml }).notices).toEqual([
      { code: 'part_left_out', message: expect.stringMatching(message) },
    ])
  })

  it('marks the row that names the columns', () => {
    const { blocks } = parse({
      body: table(
        [
          ['A', 'B'],
          ['1', '2'],
        ],
        1,
      ),
    })
    expect(blocks.map((block) => block.isHeaderRow)).toEqual([true, undefined])
  })

  it('gives the paragraphs of a box one id: borders, tables of one column, text boxes', () => {
    const border = '<w:pBdr><w:left w:val="single" w:sz="4"/></w:pBdr>'
    const { blocks } = parse({ body: p('a', '', border) + p('b', '', border) + p('c') + table([['d']]) })
    expect(blocks.map((block) => block.box)).toEqual([0, 0, undefined, 1])
  })

  it('reads notes at the end, numbered in the order of their marks', () => {
    const note = (kind: string, id: number) =>
      `<w:p>${run('a')}<w:r><w:${kind}Reference w:id="${id}"/></w:r></w:p>`
    const notes = (kind: string) =>
      `<w:${kind} w:id="0" w:type="separator">${p('no')}</w:${kind}><w:${kind} w:id="7">${p('seven')}</w:${kind}><w:${kind} w:id="8">${p('eight')}</w:${kind}>`
    const contents = {
      body: note('footnote', 8) + note('footnote', 7) + note('endnote', 7),
      footnotes: notes('footnote'),
      endnotes: notes('endnote'),
    }
    expect(outline(contents).slice(3)).toEqual(['footnote#1 eight', 'footnote#2 seven', 'footnote#i seven'])
  })

  describe('numbers that Word computes', () => {
    const levels = numberingOf(1, [
      ['decimal', '%1.'],
      ['lowerLetter', '(%2)'],
      ['decimal', '%1.%2.%3'],
    ])
    it.each<[string, string, string, string[]]>([
      [
        'lists',
        levels,
        numbered('x', 1) + numbered('y', 1, 1) + numbered('z', 1, 1) + numbered('w', 1),
        ['list-item1#1 x', 'list-item2#a y', 'list-item2#b z', 'list-item1#2 w'],
      ],
      [
        'levels inside levels',
        levels,
        numbered('x', 1) + numbered('y', 1, 1) + numbered('z', 1, 2),
        ['list-item1#1 x', 'list-item2#a y', 'list-item3#1.a.1 z'],
      ],
      [
        'words, which stay in the text',
        numberingOf(2, [['decimal', 'Recommendation %1:']]),
        numbered('Fund it.', 2) + p('Why.') + numbered('Stop it.', 2),
        [
          'paragraph#1 Recommendation 1: Fund it.',
          'paragraph Why.',
          'paragraph#2 Recommendation 2: Stop it.',
        ],
      ],
      [
        'bullets, which have none',
        numberingOf(3, [['bullet', '\uf0b7']]),
        numbered('x', 3),
        ['list-item1 x'],
      ],
      [
        'headings',
        numberingOf(4, [
          ['decimal', '%1'],
          ['decimal', '%1.%2'],
        ]),
        numbered('A', 4, 0, 'Heading1') + numbered('B', 4, 1, 'Heading2'),
        ['heading1#1 A', 'heading2#1.1 B'],
      ],
      [
        'paragraphs of numbered chapters',
        numberingOf(
          5,
          [
            ['decimal', '%1'],
            ['decimal', '%1.%2'],
          ],
          '<w:pStyle w:val="Heading1"/>',
        ),
        numbered('A', 5, 0, 'Heading1') + numbered('The text.', 5, 1),
        ['heading1#1 A', 'paragraph#1.1 The text.'],
      ],
      [
        'a list that starts again',
        `${levels}<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
        numbered('x', 1) + numbered('y', 1) + numbered('z', 9),
        ['list-item1#1 x', 'list-item1#2 y', 'list-item1#1 z'],
      ],
      [
        'numbering by style',
        levels,
        p('x', 'Listed') + p('y', 'Listed'),
        ['list-item1#1 x', 'list-item1#2 y'],
      ],
      ['numbering switched off', levels, numbered('x', 0), ['paragraph x']],
      [
        'paragraphs that were moved away, which are not counted',
        numberingOf(1, [['decimal', 'Recommendation %1:']]),
        `${p('', 'Listed', '<w:rPr><w:moveFrom/></w:rPr>').replace(run(''), `<w:moveFrom>${run('Fund it.')}</w:moveFrom>`)}${p('Stop it.', 'Listed')}`,
        ['paragraph#1 Recommendation 1: Stop it.'],
      ],
      [
        'levels that go on counting through chapters',
        numberingOf(1, [
          ['decimal', 'Chapter %1'],
          ['decimal', 'Recommendation %2:'],
        ]).replace(
          '<w:lvlText w:val="Recommendation',
          '<w:lvlRestart w:val="0"/><w:lvlText w:val="Recommendation',
        ),
        numbered('x', 1) + numbered('Fund it.', 1, 1) + numbered('y', 1) + numbered('Stop it.', 1, 1),
        [
          'paragraph#1 Chapter 1 x',
          'paragraph#1 Recommendation 1: Fund it.',
          'paragraph#2 Chapter 2 y',
          'paragraph#2 Recommendation 2: Stop it.',
        ],
      ],
      [
        'styles whose level the numbering names',
        numberingOf(1, [
          ['decimal', '%1.'],
          ['decimal', '%1.%2'],
        ]).replace('<w:lvlText w:val="%1.%2"/>', '<w:pStyle w:val="Listed"/><w:lvlText w:val="%1.%2"/>'),
        numbered('x', 1) + p('y', 'Listed') + p('z', 'Listed'),
        ['list-item1#1 x', 'list-item2#1.1 y', 'list-item2#1.2 z'],
      ],
      [
        "Word's styles for lists in lists",
        numberingOf(1, [['bullet', '-']]),
        numbered('x', 1) + numbered('y', 1, 0, 'ListBullet2') + numbered('z', 1),
        ['list-item1 x', 'list-item2 y', 'list-item1 z'],
      ],
    ])('%s', (_name, numbering, body, expected) => {
      const styles =
        '<w:style w:styleId="Listed"><w:name w:val="Listed"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="ListBullet2"><w:name w:val="List Bullet 2"/></w:style>'
      expect(outline({ body, numbering, styles })).toEqual(expected)
    })

    it('leads lists in', () => {
      const { blocks } = parse({
        body: p('The council should:') + numbered('x', 1) + numbered('y', 1, 1),
        numbering: levels,
      })
      expect(blocks.map((block) => block.leadIn)).toEqual([undefined, 0, 1])
    })
  })

  it('takes title, date and publisher from the text first, then from the properties', () => {
    const core = '<dc:title>Core title</dc:title><dcterms:created>2020-01-02T00:00:00Z</dcterms:created>'
    expect(parse({ body: p('x'), core, company: 'Elm Council' })).toMatchObject({
      title: 'Core title',
      date: '2020-01-02',
      publisher: 'Elm Council',
    })
    expect(parse({ body: p('T', 'Title') + p('Published 3 March 2021'), core })).toMatchObject({
      title: 'T',
      date: '2021-03-03',
    })
  })

  it('takes no date from the template of a library', () => {
    const made =
      '<dc:description>generated by python-docx</dc:description><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>'
    expect(parse({ body: p('x'), core: made }).date).toBeNull()
  })
})
