import { dublinCore } from './dublin-core.ts';
import { cutRecords, formatOf } from './oai-record.ts';
import type { Reader } from './reader.ts';

/** Simple Dublin Core, as every OAI-PMH repository gives it: replies saved one after another, or bare records. */
export const oaiDc: Reader = {
  name: 'oai-dc',
  title: { fr: 'Dublin Core simple (OAI-PMH)', en: 'Simple Dublin Core (OAI-PMH)' },
  mediaType: 'application/xml',
  extensions: ['.xml'],
  sniff: (head) => formatOf(head) === 'oai-dc',
  cut: cutRecords,
  parse: dublinCore,
};
