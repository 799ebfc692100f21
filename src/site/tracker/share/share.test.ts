import { describe, expect, it } from 'vitest'
import { aTracker, RIVER_TRACKER } from '../../../../test/builders/tracker.ts'
import { parsePlainDate } from '../../../model/index.ts'
import { createTrackerSite } from '../app.tsx'
import { drawShareCard, wrapLines } from './share-card.ts'
import { findShareImages } from './share-images.ts'

const { reader } = aTracker(RIVER_TRACKER)
const today = () => parsePlainDate('2026-02-05')!
const drawn: string[] = []
const shareImages = {
  render: async (svg: string) => {
    drawn.push(svg)
    return new Uint8Array([0x89, 0x50, 0x4e, 0x47])
  },
}
const app = createTrackerSite({ reader, today, shareImages, address: 'https://example.org' })

describe('a share image', () => {
  it('says title, verdict in a word and a shape, and the day', async () => {
    const response = await app.request('/topics/sewage/share.png')
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
    const svg = drawn.at(-1) ?? ''
    for (const words of ['Sewage in rivers', 'Good', 'As of 5 February 2026']) expect(svg).toContain(words)
    expect(svg).toContain('<circle')
  })

  it('is made once for a state of the tracker', async () => {
    await app.request('/commitments/stop-spills/share.png')
    const before = drawn.length
    await Promise.all([1, 2, 3].map(() => app.request('/commitments/stop-spills/share.png')))
    expect(drawn.length).toBe(before)
    await app.request('/topics/sewage/share.png?as_at=2023-12-31')
    expect(drawn.length).toBe(before + 1)
  })

  it.each(['/topics/none/share.png', '/deadlines/share.png', '/topics/sewage/share.png?as_at=never'])(
    '%s is not there',
    async (path) => {
      expect((await app.request(path)).status).toBe(404)
    },
  )

  it('is named by its page, with the same in words', async () => {
    const html = await (await app.request('/topics/sewage')).text()
    expect(html).toContain('property="og:image" content="https://example.org/topics/sewage/share.png"')
    expect(html).toMatch(/property="og:image:alt" content="Sewage in rivers\. Verdict: Good\./)
    expect(await (await app.request('/deadlines')).text()).not.toContain('og:image')
  })

  it('is not named, and not there, where the packages for it are not installed', async () => {
    const bare = createTrackerSite({ reader, today })
    const html = await (await bare.request('/topics/sewage')).text()
    expect(html).not.toContain('og:image')
    expect(html).toContain('property="og:title"')
    expect((await bare.request('/topics/sewage/share.png')).status).toBe(404)
  })
})

describe('the card', () => {
  const card = { tracker: 'T', title: 'x', verdict: null, facts: [], foot: 'f' }
  it('writes what XML cannot hold as nothing, and markup as words', () => {
    const svg = drawShareCard({ ...card, title: 'A <b>\u0000&\ud800 end' })
    expect(svg).toContain('A &lt;b&gt;&amp; end')
  })

  it('cuts what is too long, words and lines', () => {
    expect(wrapLines('a '.repeat(900), 76, 1000, 3)).toHaveLength(3)
    expect(wrapLines('w'.repeat(900), 76, 1000, 3)[0]).toMatch(/^w{5,20}…$/)
    expect(wrapLines('', 76, 1000, 3)).toEqual([])
  })

  it.runIf(findShareImages() !== null)('becomes a PNG of 1200 by 630', async () => {
    const png = await findShareImages()!.render(
      drawShareCard({ ...card, verdict: { label: 'Good', shape: 'half-disc' } }),
    )
    const view = new DataView(png.buffer, png.byteOffset)
    expect([view.getUint32(0), view.getUint32(16), view.getUint32(20)]).toEqual([0x89504e47, 1200, 630])
  })
})
