/** Datasets as schema.org describes them, for those who look for data rather than pages. */
import { listRecords } from '../../../tracker/index.ts'
import { licenceOf } from '../licence.ts'
import { addressOf, type Standpoint } from '../standpoint.ts'
import type { KnownTable } from './registry.ts'
import { filePath } from './table-metadata.ts'

const FILES = [
  ['csv', 'text/csv'],
  ['json', 'application/json'],
] as const

function describeDataset(at: Standpoint, known: KnownTable): object {
  const licence = licenceOf(at.settings)
  return {
    '@type': 'Dataset',
    '@id': addressOf(at, filePath(known, 'json')),
    name: `${at.settings.title}: ${known.title}`,
    // Short descriptions are passed over by those who search for datasets, so it says what it is part of too.
    description: `${known.counts} ${at.settings.summary}`,
    url: addressOf(at, `/data/${known.name}`),
    ...(licence.address === null ? {} : { license: licence.address }),
    isAccessibleForFree: true,
    inLanguage: 'en-GB',
    creator: { '@type': 'Organization', name: at.settings.keeper.split(/\.\s/)[0] ?? at.settings.keeper },
    spatialCoverage: at.settings.place,
    ...temporalCoverage(at),
    dateModified: at.settings.recordedOn,
    distribution: FILES.map(([suffix, encodingFormat]) => {
      return { '@type': 'DataDownload', encodingFormat, contentUrl: addressOf(at, filePath(known, suffix)) }
    }),
  }
}

/** From the first promise of a government to today; nothing where no government is recorded. */
function temporalCoverage({ state, today }: Standpoint): object {
  const first = listRecords(state, 'government')
    .map(({ from }) => from)
    .sort()[0]
  return first === undefined ? {} : { temporalCoverage: `${first}/${today}` }
}

export const datasetJsonLd = (at: Standpoint, known: KnownTable): object => ({
  '@context': 'https://schema.org',
  ...describeDataset(at, known),
})

/** All datasets of the tracker as one catalogue; each is described in full on its own page. */
export const catalogueJsonLd = (at: Standpoint, datasets: readonly KnownTable[]): object => ({
  '@context': 'https://schema.org',
  '@type': 'DataCatalog',
  name: at.settings.title,
  description: at.settings.summary,
  url: addressOf(at, '/data'),
  dataset: datasets.map(({ name, title }) => {
    return { '@type': 'Dataset', name: title, url: addressOf(at, `/data/${name}`) }
  }),
})
