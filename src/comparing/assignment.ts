/** One-to-one assignment by regret: whoever would lose most by waiting chooses first. */

export interface Edge {
  readonly left: number
  readonly right: number
  readonly score: number
}

export interface Assigned extends Edge {
  /** The best score that the left side had beside this one, among all rights; 0 without. */
  readonly next: number
}

/**
 * Pairs lefts with rights, each at most once. Edges not given are not made, so a caller abstains by leaving weak
 * edges out. Ties go to the earlier left and right, so that the same edges always give the same pairs.
 */
export function assignOneToOne(edges: readonly Edge[]): Assigned[] {
  const waiting = new Map<number, Waiting>()
  for (const edge of edges) {
    const known = waiting.get(edge.left)
    if (known) known.edges.push(edge)
    else waiting.set(edge.left, { edges: [edge], best: null, second: null, regret: -1 })
  }
  const taken = new Set<number>()
  for (const one of waiting.values()) {
    one.edges.sort((a, b) => b.score - a.score || a.right - b.right)
    look(one, taken)
  }
  const pairs: Assigned[] = []
  for (let next = chooseNext(waiting); next; next = chooseNext(waiting)) {
    const chosen = next.best
    if (!chosen) break
    const other = next.edges.find((edge) => edge.right !== chosen.right)
    pairs.push({ ...chosen, next: other?.score ?? 0 })
    taken.add(chosen.right)
    waiting.delete(chosen.left)
    for (const one of waiting.values())
      if (one.best?.right === chosen.right || one.second?.right === chosen.right) look(one, taken)
  }
  return pairs.sort((a, b) => a.left - b.left)
}

interface Waiting {
  /** Best first. */
  readonly edges: Edge[]
  best: Edge | null
  second: Edge | null
  /** What it would lose by not getting its best. The score itself breaks ties: between sure pairs the surer first. */
  regret: number
}

/** Finds the best two that are still free. */
function look(one: Waiting, taken: ReadonlySet<number>): void {
  one.best = null
  one.second = null
  for (const edge of one.edges) {
    if (taken.has(edge.right)) continue
    if (one.best) {
      one.second = edge
      break
    }
    one.best = edge
  }
  one.regret = one.best ? one.best.score - (one.second?.score ?? 0) + 0.5 * one.best.score : -1
}

function chooseNext(waiting: ReadonlyMap<number, Waiting>): Waiting | null {
  let chosen: Waiting | null = null
  for (const one of waiting.values()) if (one.best && one.regret > (chosen?.regret ?? -1)) chosen = one
  return chosen
}
