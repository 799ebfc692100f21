/** What the head of a page tells those who show a link to it: title, sentence, picture and the picture in words. */
import type { View } from '../view.ts'
import { cardOfPage, describeCard, imageOfPage } from './card-of-page.ts'
import { SHARE_HEIGHT, SHARE_WIDTH } from './share-card.ts'

export function ShareHead({ view, title }: { view: View; title: string }) {
  const { settings, address, path, href } = view
  const own = href(path)
  const base = address.endsWith(own) ? address.slice(0, -own.length) : ''
  const card = view.hasShareImages ? cardOfPage(view, path) : null
  const alt = card === null ? '' : describeCard(card)
  return (
    <>
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={settings.title} />
      <meta property="og:type" content="website" />
      <meta property="og:locale" content="en_GB" />
      {base === '' ? null : <meta property="og:url" content={`${base}${own}`} />}
      {card === null ? (
        <meta name="twitter:card" content="summary" />
      ) : (
        <>
          <meta property="og:description" content={alt} />
          <meta property="og:image" content={`${base}${href(imageOfPage(path))}`} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content={String(SHARE_WIDTH)} />
          <meta property="og:image:height" content={String(SHARE_HEIGHT)} />
          <meta property="og:image:alt" content={alt} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
    </>
  )
}
