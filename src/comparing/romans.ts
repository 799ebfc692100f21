/** Small roman numerals, which older reports count their recommendations in: "(iv)". */

const ROMAN = /^(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/
const WORTH: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 }

/** What a lower-case numeral up to 89 stands for; null for anything else. */
export function parseRoman(printed: string): number | null {
  if (!ROMAN.test(printed)) return null
  let sum = 0
  for (let place = 0; place < printed.length; place++) {
    const [here, next] = [WORTH[printed[place] ?? ''] ?? 0, WORTH[printed[place + 1] ?? ''] ?? 0]
    sum += here < next ? -here : here
  }
  return sum
}

/** The numeral of a whole number from 1 to 89. */
export function toRoman(number: number): string {
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx'][Math.floor(number / 10)] ?? ''
  return tens + (['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][number % 10] ?? '')
}
