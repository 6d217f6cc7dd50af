import { dublinCore } from './dublin-core.ts';
import { cutRecords, formatOf } from './oai-record.ts';
import type { Reader } from './reader.ts';

/** Qualified Dublin Core (DCMI terms), in OAI-PMH replies or bare. */
export const qdc: Reader = {
  name: 'qdc',
  title: { fr: 'Dublin Core qualifié (OAI-PMH)', en: 'Qualified Dublin Core (OAI-PMH)' },
  mediaType: 'application/xml',
  extensions: ['.xml'],
  sniff: (head) => formatOf(head) === 'qdc',
  cut: cutRecords,
  parse: dublinCore,
};
