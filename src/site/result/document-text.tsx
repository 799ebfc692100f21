/** A document's whole text, page by page, with the marks that the result's links point to. */

import { labelDocumentDate, type NamedDocument, summariseNotices } from '../../api/index.ts'
import type { Block, DocumentText } from '../../model/index.ts'
import { type Child, jsx } from '../markup/jsx-runtime.ts'
import { type BlockGroup, groupBlocks, type PageGroup } from './block-groups.ts'
import { createMarkWalk, type Mark, nestMarks, type Piece, sortMarks } from './marks.ts'

interface SourceProps {
  readonly id: string
  /** "Report", "Response", or "Text" where there is but one. */
  readonly side: string
  readonly named: NamedDocument
  readonly marks: readonly Mark[]
}

export function SourceText({ id, side, named, marks }: SourceProps) {
  const { document } = named
  return (
    <section class="source" id={id} aria-labelledby={`${id}-name`}>
      <header class="source-head">
        <h2 id={`${id}-name`}>
          <span class="side">{side}</span> {nameDocument(named)}
        </h2>
        <p class="about">{describeDocument(named).join(' · ')}</p>
        {summariseNotices(document.notices).map((message) => (
          <p class="notice">{message}</p>
        ))}
      </header>
      <DocumentPages id={id} document={document} marks={marks} />
    </section>
  )
}

/** Its title, or the name of its file: a path is the maker's business and not the reader's. */
export const nameDocument = ({ file, document }: NamedDocument): string => document.title ?? baseName(file)

const baseName = (file: string): string => file.split(/[\\/]/).at(-1) || file

/** What is known of a document beside its title, in the order it is printed. */
export function describeDocument({ file, document }: NamedDocument): string[] {
  const pages = document.pages?.length
  return [
    document.publisher,
    document.date === null ? null : labelDocumentDate(document.date),
    pages === undefined ? null : `${pages} page${pages === 1 ? '' : 's'}`,
    document.title === null ? null : baseName(file),
  ].filter((part) => part !== null)
}

/** A document in the head of a page: what it is to the reader, its name as a link, and what is known of it. */
export function NamedLink({ name, named, href }: { name: string; named: NamedDocument; href: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <a href={href}>{nameDocument(named)}</a>
        <span class="about">{describeDocument(named).join(' · ')}</span>
      </dd>
    </div>
  )
}

/** The text by pages and blocks, each page anchored as `id`-p and its number. */
export function DocumentPages({
  id,
  document,
  marks,
}: {
  id: string
  document: DocumentText
  marks: readonly Mark[]
}) {
  const sorted = sortMarks(marks)
  const groups = groupBlocks(document, sorted)
  const inline = sorted.filter((mark) => !groups.blockMarks.has(mark))
  const walk = createMarkWalk(inline)
  const inBlock = (block: Block) => <Pieces pieces={nestMarks(document.text, block, walk(block))} />
  return (
    <>
      {groups.pages.map((page) => (
        <Page id={id} page={page} inBlock={inBlock} document={document} />
      ))}
    </>
  )
}

interface PageProps {
  readonly id: string
  readonly page: PageGroup
  readonly document: DocumentText
  readonly inBlock: (block: Block) => Child
}

function Page({ id, page, document, inBlock }: PageProps) {
  const groups = page.groups.map((group) => <Group group={group} document={document} inBlock={inBlock} />)
  if (page.number === null) return <div class="page">{groups}</div>
  return (
    <div class="page" id={`${id}-p${page.number}`}>
      <p class="folio">
        <span>Page </span>
        {page.number}
        {page.label !== undefined && page.label !== String(page.number) ? (
          <span> (printed {page.label})</span>
        ) : null}
      </p>
      {groups}
    </div>
  )
}

interface GroupProps {
  readonly group: BlockGroup
  readonly document: DocumentText
  readonly inBlock: (block: Block) => Child
}

function Group({ group, document, inBlock }: GroupProps) {
  if (group.kind === 'extent')
    return (
      <div class={`extent is-${group.mark.tone}`} id={group.isFirst ? group.mark.id : undefined}>
        {group.groups.map((inner) => (
          <Group group={inner} document={document} inBlock={inBlock} />
        ))}
        {group.isLast ? <BackLink mark={group.mark} /> : null}
      </div>
    )
  if (group.kind === 'block')
    return <SingleBlock block={group.block} level={group.level} document={document} inBlock={inBlock} />
  if (group.kind === 'list')
    return (
      <ul>
        {group.blocks.map((block) => (
          <li class={`level-${Math.min(block.level ?? 1, 4)}`}>
            <Marker block={block} text={document.text} />
            {inBlock(block)}
          </li>
        ))}
      </ul>
    )
  return <TableRows rows={group.blocks} inBlock={inBlock} />
}

function SingleBlock({
  block,
  level,
  document,
  inBlock,
}: { block: Block; level: number } & Omit<GroupProps, 'group'>) {
  const words = inBlock(block)
  const marker = <Marker block={block} text={document.text} />
  if (block.kind === 'heading') return jsx(`h${level}`, { children: [marker, words] })
  if (block.kind === 'quote') return <blockquote>{words}</blockquote>
  const className = { footnote: 'footnote', navigation: 'navigation' }[String(block.kind)]
  return (
    <p class={className ?? (block.isEmphasised ? 'emphasised' : undefined)}>
      {marker}
      {words}
    </p>
  )
}

/** The printed number of a heading or item, where its words do not begin with it. */
function Marker({ block, text }: { block: Block; text: string }) {
  if (block.number === undefined) return null
  const opening = text.slice(block.start, block.start + block.number.length + 16).toLowerCase()
  return opening.includes(block.number.toLowerCase()) ? null : <span class="marker">{block.number} </span>
}

/** Rows as a table. A row whose cells are known is drawn in columns; marks then nest in each cell. */
function TableRows({ rows, inBlock }: { rows: readonly Block[]; inBlock: GroupProps['inBlock'] }) {
  return (
    <table>
      <tbody>
        {rows.map((row) => {
          const cells = row.cells ?? [row]
          return (
            <tr>
              {cells.map((cell) => {
                const words = inBlock({ ...row, start: cell.start, end: cell.end })
                return row.isHeaderRow ? <th scope="col">{words}</th> : <td>{words}</td>
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map((piece) => {
        if (piece.kind === 'text') return piece.text
        const { mark, isFirst, isLast } = piece
        const inner = <Pieces pieces={piece.pieces} />
        if (mark.tone === 'part')
          return (
            <span class="part" id={isFirst ? mark.id : undefined}>
              {inner}
            </span>
          )
        return (
          <mark class={`is-${mark.tone}`} id={isFirst ? mark.id : undefined}>
            {inner}
            {isLast ? <BackLink mark={mark} /> : null}
          </mark>
        )
      })}
    </>
  )
}

function BackLink({ mark }: { mark: Mark }) {
  if (mark.back === undefined) return null
  return (
    <a class="back" href={`#${mark.back.id}`} aria-label={`Back to ${mark.back.label}`}>
      ↩
    </a>
  )
}
