declare module '@rdfjs/to-ntriples' {
  import type { Quad } from '@rdfjs/types';
  export default function toNT(quad: Quad): string;
}
declare module '@rdfjs/serializer-ntriples' {
  import type { Readable } from 'node:stream';
  export default class Serializer {
    import(quads: Readable): AsyncIterable<string>;
  }
}
declare module '@rdfjs/serializer-turtle' {
  import type { Quad } from '@rdfjs/types';
  export default class Serializer {
    transform(quads: Iterable<Quad>): string;
  }
}
declare module '@citation-js/core' {
  export class Cite {
    constructor(records: readonly unknown[]);
    format(name: string): string;
  }
}
declare module '@citation-js/plugin-bibtex';
