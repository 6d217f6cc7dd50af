import type { Draft } from '../base/draft.ts';
import { bodiesOf } from './rdf-agent.ts';
import { isReference } from './rdf-graph.ts';
import { isbdPublisher, isCatalogued } from './rdf-isbd.ts';
import { ids, type Reading, saidBy, type Thing, textOf, texts, thing, word } from './rdf-node.ts';
import { titleKeys } from './rdf-terms.ts';

const publisherKeys = ['dcterms:publisher', 'schema:publisher', 'dc:publisher', 'fabio:hasPublisher'];

/** The publisher of the work, else of what it appeared in. */
export function publisherOf(reading: Reading, sources: readonly Thing[]): Draft['publisher'] {
  for (const node of sources) {
    const [body] = bodiesOf(reading, node, ...publisherKeys.filter((key) => isNamed(reading, node, key)));
    if (body) return { name: body.nameAsPrinted, ids: body.ids };
    const stated = statedPublisher(node);
    if (stated) return stated;
  }
  return undefined;
}

/** Whether the property leads to a body with a name: two bodies are two publishers, and only the first has a place. */
function isNamed(reading: Reading, node: Thing, key: string): boolean {
  return saidBy(node, key).some(({ value }) => isReference(value) && thing(reading, value.id) !== undefined);
}

function statedPublisher(node: Thing): Draft['publisher'] {
  const all = saidBy(node, ...publisherKeys).filter(({ value }) => !isReference(value));
  const place = () => word(node, 'prism:location', 'rdau:P60163');
  for (const said of all) {
    const text = textOf(said.value)?.value ?? '';
    if (!isCatalogued(node.id)) {
      if (text === '') continue;
      for (const each of all) each.taken ||= textOf(each.value)?.value === text;
      return { name: text, place: place() };
    }
    const stated = isbdPublisher(text);
    // The year in it is kept with the whole.
    for (const each of all) each.taken ||= stated !== undefined && !/\s,\s/.test(text) && each === said;
    if (stated) return stated;
  }
  return undefined;
}

/** `bibo:presentedAt`: the conference, described or only named. */
export function eventOf(reading: Reading): Draft['event'] {
  for (const said of saidBy(reading.work, 'bibo:presentedAt')) {
    const text = textOf(said.value);
    if (text) {
      said.taken = true;
      return { name: text };
    }
    const node = isReference(said.value) ? thing(reading, said.value.id) : undefined;
    const name = node && texts(node, ...titleKeys)[0];
    if (!node || !name) continue;
    said.taken = true;
    ids(node, 'rdf:type');
    const [start, end] = [eventDate(node, 'schema:startDate'), eventDate(node, 'schema:endDate')];
    const acronym = word(node, 'schema:alternateName', 'bibo:shortTitle');
    return { name, acronym, start, end, place: word(node, 'schema:location', 'dcterms:spatial') };
  }
  return undefined;
}

/** A day, month or year; tidying passes the dates of an event as they are. */
function eventDate(node: Thing, key: string): string | undefined {
  const said = saidBy(node, key)[0];
  const text = said && /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T)/.exec(textOf(said.value)?.value ?? '')?.[0];
  if (said && text !== undefined) said.taken = true;
  return text;
}
