/**
 * The numbers that Word computes and does not write into the text: "2.1", "(a)", "Recommendation 3". They are counted
 * here as Word counts them (ECMA-376 part 1, 17.9).
 */
import { formatNumber } from '../open-list.ts'
import type { DocxPackage } from './package.ts'

interface Level {
  start: number
  format: string
  /** "%1.%2" with a place for the number of each level. */
  text: string
  isLegal: boolean
  /** Counted from 1, the level that begins this one anew; 0 for none; undefined for every one above. */
  restart?: number
  /** The style that carries this level; headings numbered this way have one. */
  style?: string
}

interface Definition {
  readonly levels: Map<number, Level>
  /** Numbering that is defined by a style elsewhere. */
  styleLink?: string
  definedStyle?: string
}

interface Instance {
  definition: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

export interface NumberLabel {
  /** As Word prints it: "(a)", "Recommendation 3:". Empty for bullets. */
  readonly text: string
  readonly isBullet: boolean
  /** Whether the same numbering also numbers headings, so that this is a numbered paragraph, not a list. */
  readonly isOutline: boolean
}

/** Deepest level that Word knows, counted from 0. */
const DEEPEST = 8
const FORMATS: Readonly<Record<string, string>> = {
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
}

export class Numbering {
  private readonly definitions = new Map<string, Definition>()
  private readonly instances = new Map<string, Instance>()
  private readonly counters = new Map<string, (number | undefined)[]>()
  private readonly started = new Set<string>()

  /** Reads the package's numbering; without one, nothing has a label. */
  constructor(docx: DocxPackage, part: string) {
    new NumberingReader(this.definitions, this.instances).read(docx, part)
  }

  /** Counts one paragraph on, and gives its label; undefined where numbering is switched off or unknown. */
  next(id: string, listLevel: number): NumberLabel | undefined {
    const instance = this.instances.get(id)
    const definition = instance && this.definitionOf(instance.definition)
    if (!instance || !definition || id === '0') return undefined
    const depth = Math.min(Math.max(listLevel, 0), DEEPEST)
    const levelAt = (n: number) => instance.levels.get(n) ?? definition.levels.get(n)
    const level = levelAt(depth)
    if (!level) return undefined
    const counters = this.counters.get(instance.definition) ?? []
    this.counters.set(instance.definition, counters)
    this.restart(id, instance, counters)
    for (let n = 0; n < depth; n++) counters[n] ??= levelAt(n)?.start ?? 1
    counters[depth] = counters[depth] === undefined ? level.start : counters[depth] + 1
    for (let n = depth + 1; n < counters.length; n++)
      if (depth < (levelAt(n)?.restart ?? n)) counters[n] = undefined
    const isBullet = level.format === 'bullet'
    const text = isBullet ? '' : this.print(level, levelAt, counters)
    return { text, isBullet, isOutline: isHeadingStyle(definition.levels.get(0)?.style) }
  }

  /** The level that belongs to a style, where the numbering names one for it. */
  levelOfStyle(id: string, style: string): number | undefined {
    const instance = this.instances.get(id)
    const levels = instance && this.definitionOf(instance.definition)?.levels
    return [...(levels ?? [])].find(([, level]) => level.style === style)?.[0]
  }

  /** An instance with a start of its own begins its levels anew the first time that it is used. */
  private restart(id: string, instance: Instance, counters: (number | undefined)[]): void {
    if (this.started.has(id)) return
    this.started.add(id)
    const first = Math.min(...instance.starts.keys())
    if (instance.starts.size === 0) return
    counters.length = Math.min(counters.length, first)
    for (const [n, start] of instance.starts) counters[n] = start - 1
  }

  private print(
    level: Level,
    levelAt: (n: number) => Level | undefined,
    counters: readonly (number | undefined)[],
  ): string {
    return level.text.replace(/%([1-9])/g, (_, digit) => {
      const n = Number(digit) - 1
      const format = level.isLegal ? 'decimal' : (levelAt(n)?.format ?? 'decimal')
      if (format === 'none') return ''
      const value = counters[n] ?? levelAt(n)?.start ?? 1
      return format === 'decimalZero' && value < 10
        ? `0${value}`
        : formatNumber(value, FORMATS[format] ?? '1')
    })
  }

  private definitionOf(id: string): Definition | undefined {
    const definition = this.definitions.get(id)
    if (!definition?.styleLink || definition.levels.size > 0) return definition
    return [...this.definitions.values()].find(({ definedStyle }) => definedStyle === definition.styleLink)
  }
}

const isHeadingStyle = (style: string | undefined) => style !== undefined && /head|chapter|title/i.test(style)

class NumberingReader {
  private definition: Definition | null = null
  private instance: Instance | null = null
  private level: Level | null = null
  private overridden = 0
  private readonly definitions: Map<string, Definition>
  private readonly instances: Map<string, Instance>

  constructor(definitions: Map<string, Definition>, instances: Map<string, Instance>) {
    this.definitions = definitions
    this.instances = instances
  }

  read(docx: DocxPackage, part: string): void {
    docx.read(part, {
      open: (name, attributes) => this.open(name, attributes['w:val'] ?? '', attributes),
      close: (name) => {
        if (name === 'w:lvl') this.level = null
      },
    })
  }

  private open(name: string, value: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'w:abstractNum') {
      this.definition = { levels: new Map() }
      this.instance = null
      this.definitions.set(attributes['w:abstractNumId'] ?? '', this.definition)
    } else if (name === 'w:num') {
      this.definition = null
      this.instance = { definition: '', starts: new Map(), levels: new Map() }
      this.instances.set(attributes['w:numId'] ?? '', this.instance)
    } else if (name === 'w:abstractNumId' && this.instance) this.instance.definition = value
    else if (name === 'w:lvlOverride') this.overridden = Number(attributes['w:ilvl']) || 0
    else if (name === 'w:startOverride') this.instance?.starts.set(this.overridden, Number(value) || 0)
    else if (name === 'w:lvl') this.openLevel(Number(attributes['w:ilvl']) || 0)
    else if (name === 'w:numStyleLink' && this.definition) this.definition.styleLink = value
    else if (name === 'w:styleLink' && this.definition) this.definition.definedStyle = value
    else if (this.level) readLevel(this.level, name, value)
  }

  private openLevel(depth: number): void {
    this.level = { start: 1, format: 'decimal', text: '', isLegal: false }
    const levels = this.definition?.levels ?? this.instance?.levels
    levels?.set(depth, this.level)
  }
}

function readLevel(level: Level, name: string, value: string): void {
  if (name === 'w:start') level.start = Number(value) || 0
  else if (name === 'w:numFmt') level.format = value
  else if (name === 'w:lvlText') level.text = value
  else if (name === 'w:isLgl') level.isLegal = true
  else if (name === 'w:lvlRestart') level.restart = Number(value) || 0
  else if (name === 'w:pStyle') level.style = value
}
