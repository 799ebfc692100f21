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
  const byLeft = new Map<number, Edge[]>()
  for (const edge of edges) byLeft.set(edge.left, [...(byLeft.get(edge.left) ?? []), edge])
  for (const list of byLeft.values()) list.sort((a, b) => b.score - a.score || a.right - b.right)
  const taken = new Set<number>()
  const waiting = new Map(byLeft)
  const pairs: Assigned[] = []
  while (waiting.size > 0) {
    const chosen = chooseNext(waiting, taken)
    if (!chosen) break
    const all = byLeft.get(chosen.left) ?? []
    const next = all.find((edge) => edge.right !== chosen.right)?.score ?? 0
    pairs.push({ ...chosen, next })
    taken.add(chosen.right)
    waiting.delete(chosen.left)
  }
  return pairs.sort((a, b) => a.left - b.left)
}

function chooseNext(waiting: Map<number, Edge[]>, taken: ReadonlySet<number>): Edge | null {
  let chosen: Edge | null = null
  let mostRegret = -1
  for (const [left, list] of waiting) {
    const free = list.filter((edge) => !taken.has(edge.right))
    const best = free[0]
    if (!best) {
      waiting.delete(left)
      continue
    }
    // The score itself breaks ties of regret: between two sure pairs the surer goes first.
    const regret = best.score - (free[1]?.score ?? 0) + best.score * 0.5
    if (regret > mostRegret) [chosen, mostRegret] = [best, regret]
  }
  return chosen
}
