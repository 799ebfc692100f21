/** Follows the site from its front page to every page, and has a file made of each; pages made before are taken over. */
import { queryOf } from './addresses.ts'
import { type Copy, isOwn, onDay } from './copy.ts'
import type { Batch, Crew, Staged } from './crew.ts'
import type { Destinations } from './destinations.ts'
import { isLost, type Lost, type Task, type Unmoved } from './maker.ts'

import type { PageNote } from './notes.ts'
import type { Said } from './said.ts'
import { createMarks, type Marks, type Row, type Texts } from './texts.ts'

export interface CrawlOptions {
  readonly copy: Copy
  readonly crew: Crew
  /** Numbers the targets and links. */
  readonly texts: Texts
  readonly destinations: Destinations
  /** Targets to begin with, beside those that links lead to. */
  readonly seeds: readonly string[]
  /** The note of an earlier export where all that it rests on is unchanged, its file and the days it was there included. */
  readonly takeOver: (target: number, days: readonly string[]) => PageNote | null
  /** What the page said in that export, where its file is still there. */
  readonly saidBefore: (target: number) => Said | null
}

export interface CrawlEffects {
  /** A page that is taken over as it is. */
  readonly keep: (target: number) => void
  /** Gives where the page leads; throws to end the crawl. */
  readonly take: (file: Staged | Unmoved) => Row
  readonly learn: (parts: Batch['parts']) => void
}

/** So many go to a thread at once: each has work while the others' links are read, and none waits long at the end. */
const AT_ONCE = 24

/** What was met on the way. */
export interface Crawled {
  /** Addresses that gave nothing. */
  readonly lost: readonly Lost[]
  /** All links of the pages, by their numbers. */
  readonly links: Marks
  /** Targets whose pages were taken over as they are. */
  readonly kept: Marks
  /** Links of such pages: what they lead to was there. */
  readonly proven: Marks
}

/** Days first: a page says on which days it was there. */
export async function crawlSite(options: CrawlOptions, effects: CrawlEffects): Promise<Crawled> {
  const crawl = new Crawl(options, effects)
  const days = options.copy.days.map((day) => `/?as_at=${day}`)
  await crawl.follow(days)
  crawl.closeDays()
  await crawl.follow(options.seeds)
  return { lost: crawl.lost, links: crawl.followed, kept: crawl.kept, proven: crawl.proven }
}

class Crawl {
  readonly lost: Lost[] = []
  /** By the number of a link. */
  readonly followed: Marks
  readonly kept: Marks
  readonly proven: Marks
  private readonly seen: Marks
  private readonly there = new Set<string>()
  private areDaysKnown = false
  /** Links that nobody looked at yet, by the numbers of where they lead. */
  private found: number[] = []
  /** What is to be made. */
  private waiting: Task[] = []
  /** What belongs to the present, and was met while the past was followed. */
  private readonly later = new Set<number>()

  constructor(
    private readonly options: CrawlOptions,
    private readonly effects: CrawlEffects,
  ) {
    const { size } = options.texts
    this.followed = createMarks(size)
    this.kept = createMarks(size)
    this.proven = createMarks(size)
    this.seen = createMarks(size)
  }

  /** From here on it is known on which days a page was there. */
  closeDays(): void {
    this.areDaysKnown = true
    for (const target of this.later) this.found.push(target)
  }

  async follow(targets: readonly string[]): Promise<void> {
    for (const target of targets) this.found.push(this.options.texts.numberOf(target))
    this.settle()
    const running = new Set<Promise<void>>()
    while (this.waiting.length > 0 || running.size > 0) {
      while (this.waiting.length > 0 && running.size < this.options.crew.size) {
        // The newest first: what stands beside a page is made from what was just read for it.
        const batch = this.waiting.splice(-AT_ONCE)
        const run: Promise<void> = this.run(batch).finally(() => running.delete(run))
        run.catch(() => undefined) // the race tells of the first; the others end with it
        running.add(run)
      }
      await Promise.race(running)
    }
  }

  private async run(batch: readonly Task[]): Promise<void> {
    const { files, parts } = await this.options.crew.make(batch)
    this.effects.learn(parts)
    for (const file of files)
      if (isLost(file)) this.lost.push(file)
      else this.go(this.options.texts.numberOf(file.target), this.effects.take(file))
    this.settle()
  }

  private go(target: number, links: Row, isKept = false): void {
    if (!this.areDaysKnown) this.there.add(this.options.texts.textOf(target))
    for (let at = 0; at < links.length; at += 1) {
      const link = links.at(at)
      if (isKept) this.proven.add(link)
      // Most links stand on thousands of pages.
      if (this.followed.add(link)) this.found.push(this.options.destinations.targetOf(link))
    }
  }

  /** Goes through the links that were found: each leads to a page that is kept, or to one that is to be made. */
  private settle(): void {
    const isOfNow = this.areDaysKnown && this.options.copy.days.length === 0
    for (let number = this.found.pop(); number !== undefined; number = this.found.pop()) {
      if (this.seen.has(number)) continue
      // Most pages stay, and of most nobody has to know what their address says.
      if (isOfNow && this.stays(number, [])) continue
      const target = this.options.texts.textOf(number)
      if (!this.areDaysKnown && !isOfPast(target) && !isOwn(target)) {
        this.later.add(number)
        continue
      }
      this.seen.add(number)
      if (isOwn(target)) continue
      const days = isOfPast(target) ? [] : this.daysOf(target)
      if (!this.stays(number, days))
        this.waiting.push({ target, days, said: this.options.saidBefore(number) })
    }
  }

  private stays(number: number, days: readonly string[]): boolean {
    const note = this.options.takeOver(number, days)
    if (note === null) return false
    this.seen.add(number)
    this.kept.add(number)
    this.effects.keep(number)
    this.go(number, note.links, true)
    return true
  }

  /** Those on which the page was there, too. */
  private daysOf = (target: string): readonly string[] =>
    this.options.copy.days.filter((day) => this.there.has(onDay(target, day)))
}

const isOfPast = (target: string): boolean => target.includes('as_at=') && queryOf(target).has('as_at')
