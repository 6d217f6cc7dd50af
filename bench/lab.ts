import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Random, randomFrom } from './random.ts';
import { type Author, author, type Journal, journal } from './things.ts';
import { phrase, sentences } from './words.ts';

// A lab's folder with as many works as one likes: members who sign again and again, others who sign once or twice,
// journals that come back.

type One = readonly [Author, ...Author[]];

/** Writes `data/` of a lab with so many works, as a CSL-JSON file; the same for the same count. */
export function labFolder(folder: string, works: number): void {
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'data/lab.yaml'), yaml);
  writeFileSync(join(folder, 'data/works.json'), `[\n${[...items(works)].join(',\n')}\n]\n`);
}

const yaml = `name: Grand labo
base: https://data.example.org/id/
language: fr
licence: https://creativecommons.org/publicdomain/zero/1.0/
sources:
  - { name: works, file: works.json, format: csl }
`;

function* items(works: number): Generator<string, void, undefined> {
  const random = randomFrom(20_260_115);
  // One member for twenty works, one guest for four, one journal for fifteen.
  const members = made(Math.ceil(works / 20), () => author(random));
  const guests = made(Math.ceil(works / 4), () => author(random));
  const journals = made(Math.ceil(works / 15), () => journal(random));
  for (let number = 0; number < works; number += 1)
    yield JSON.stringify(item(random, number, { members, guests, journal: random.pick(journals) }));
}

interface Pool {
  readonly members: One;
  readonly guests: One;
  readonly journal: Journal;
}

function item(random: Random, number: number, { members, guests, journal: periodical }: Pool): object {
  const { language, title, print, electronic } = periodical;
  const signed = [
    ...made(random.below(3) + 1, () => random.pick(members)),
    ...Array.from({ length: random.below(3) }, () => random.pick(guests)),
  ];
  const from = random.below(400) + 1;
  const month = random.chance(0.5) ? [random.below(12) + 1] : [];
  return {
    id: String(number),
    type: 'article-journal',
    title: phrase(random, language, random.below(8) + 5),
    author: [...new Set(signed)].map(({ family, given }) => ({ family, given })),
    'container-title': title,
    ISSN: `${print}, ${electronic}`,
    volume: String(random.below(60) + 1),
    issue: String(random.below(4) + 1),
    page: `${from}-${from + random.below(30) + 1}`,
    issued: { 'date-parts': [[1990 + random.below(35), ...month]] },
    language,
    ...(random.chance(0.6) && { DOI: `10.5555/labo.${number}` }),
    ...(random.chance(0.5) && { abstract: sentences(random, language, 400 + random.below(900)) }),
    ...(random.chance(0.5) && {
      keyword: [phrase(random, language, 1), phrase(random, language, 2)].join(', '),
    }),
  };
}

function made<T>(count: number, make: () => T): readonly [T, ...T[]] {
  return [make(), ...Array.from({ length: Math.max(0, count - 1) }, make)];
}
