/** Words whose letters are set apart, as titles are ("R E P O R T"), read as words. */
import type { Word } from './page-content.ts'

/** So many letters in a row are a word set apart; digits alone are cells or marks of an axis. */
const FEWEST = 4
/** The widest step between letters of one word, and how much wider a blank between words is at the least, in ems. */
const WIDEST = 1
const BLANK = 0.15

const LETTER = /^[\p{L}\p{N}][.,:;!?’)]?$|^[&’–-]$/u

export function joinSpacedLetters(words: readonly Word[]): readonly Word[] {
  if (!words.some((word, i) => word.text.length === 1 && words[i + 1]?.text.length === 1)) return words
  const joined: Word[] = []
  let run: Word[] = []
  const close = () => {
    if (run.length === 0) return
    const letters = run.filter((word) => /\p{L}/u.test(word.text)).length
    for (const word of letters < FEWEST ? run : wordsOfRun(run)) joined.push(word)
    run = []
  }
  for (const word of words) {
    const last = run.at(-1)
    if (word.text.length > 2 || !LETTER.test(word.text)) {
      close()
      joined.push(word)
      continue
    }
    if (last !== undefined && !goesOn(last, word)) close()
    run.push(word)
  }
  close()
  return joined
}

const gapOf = (before: Word, word: Word): number => word.x - before.x - before.width

function goesOn(before: Word, word: Word): boolean {
  if (before.style !== word.style || before.baseline !== word.baseline) return false
  const gap = gapOf(before, word)
  return gap > 0 && gap < word.style.size * WIDEST * 2
}

/** The run parted where its steps are wider than the least of them; as it is where no two letters stand close. */
function wordsOfRun(run: readonly Word[]): readonly Word[] {
  const gaps = run.slice(1).map((word, i) => gapOf(run[i] ?? word, word))
  const least = Math.min(...gaps)
  const size = run[0]?.style.size ?? 0
  if (least > size * WIDEST) return run
  const words: Word[] = []
  for (const [i, word] of run.entries()) {
    const last = words.at(-1)
    if (last === undefined || (gaps[i - 1] ?? 0) > least + size * BLANK)
      words.push({ ...word, hasSpaceBefore: true })
    else
      words[words.length - 1] = { ...last, text: last.text + word.text, width: word.x + word.width - last.x }
  }
  return words
}
