/** Follows the site from its front page to every page, and has a file made of each; pages made before are taken over. */
import { queryOf } from './addresses.ts'
import { type Copy, isOwn, onDay } from './copy.ts'
import type { Batch, Crew, Staged } from './crew.ts'
import { daysRead, isLost, type Lost, type Task } from './maker.ts'
import { type PageNote, readLink } from './notes.ts'

export interface CrawlOptions {
  readonly copy: Copy
  readonly crew: Crew
  /** Targets to begin with, beside those that links lead to. */
  readonly seeds: readonly string[]
  /** The note of an earlier export where all that it rests on is unchanged, its file included. */
  readonly takeOver: (target: string) => Promise<PageNote | null>
}

export interface CrawlEffects {
  /** A page that is taken over as it is. */
  readonly keep: (target: string, note: PageNote) => void
  /** Throws to end the crawl. */
  readonly take: (file: Staged) => void
  readonly learn: (parts: Batch['parts']) => void
}

/** So many go to a thread at once: each has work while the others' links are read, and none waits long at the end. */
const AT_ONCE = 24

/** Days first: a page says on which days it was there. Gives the addresses that gave nothing. */
export async function crawlSite(options: CrawlOptions, effects: CrawlEffects): Promise<Lost[]> {
  const crawl = new Crawl(options, effects)
  const days = options.copy.days.map((day) => `/?as_at=${day}`)
  await crawl.follow(days)
  crawl.closeDays()
  await crawl.follow(options.seeds)
  return crawl.lost
}

class Crawl {
  readonly lost: Lost[] = []
  private readonly seen = new Set<string>()
  private readonly there = new Set<string>()
  private areDaysKnown = false
  /** Links that nobody looked at yet. */
  private found: string[] = []
  /** What is to be made. */
  private waiting: Task[] = []
  /** What belongs to the present, and was met while the past was followed. */
  private readonly later = new Set<string>()

  constructor(
    private readonly options: CrawlOptions,
    private readonly effects: CrawlEffects,
  ) {}

  /** From here on it is known on which days a page was there. */
  closeDays(): void {
    this.areDaysKnown = true
    this.found.push(...this.later)
  }

  async follow(targets: readonly string[]): Promise<void> {
    this.found.push(...targets)
    await this.settle()
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
      else {
        this.effects.take(file)
        this.go(file.target, file.links)
      }
    await this.settle()
  }

  private go(target: string, links: readonly string[]): void {
    if (!this.areDaysKnown) this.there.add(target)
    for (const link of links) {
      const { to } = readLink(link)
      if (!this.seen.has(to)) this.found.push(to)
    }
  }

  /** Goes through the links that were found: each leads to a page that is kept, or to one that is to be made. */
  private async settle(): Promise<void> {
    for (let target = this.found.pop(); target !== undefined; target = this.found.pop()) {
      if (this.seen.has(target) || isOwn(target)) continue
      const isPast = queryOf(target).has('as_at')
      if (!isPast && !this.areDaysKnown) {
        this.later.add(target)
        continue
      }
      this.seen.add(target)
      const days = isPast ? [] : this.options.copy.days.filter((day) => this.there.has(onDay(target, day)))
      const note = await this.options.takeOver(target)
      const [, wanted] = daysRead(days)
      if (!note?.reads.some(([asked, key]) => asked === 'days' && key === wanted)) {
        this.waiting.push({ target, days })
        continue
      }
      this.effects.keep(target, note)
      this.go(target, note.links)
    }
  }
}
