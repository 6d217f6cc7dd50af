import type { Language } from '../../base/words.ts';
import { arcsDrawing } from './arcs.ts';
import type { Figure } from './figure.ts';
import { saidOf } from './figure-words.ts';
import type { LinkFrom } from './layout.ts';
import { type Network, networkOf } from './network.ts';
import { counted, word } from './page-words.ts';
import { largestTeam } from './teams.ts';
import { plainLine } from './text.ts';
import type { View } from './view.ts';

/** Who wrote with whom, of those who did most; the others are said in words. */
export function peopleFigure(view: View, link: LinkFrom, language: Language): Figure | undefined {
  const network = networkOf(view);
  const { people, ties } = network;
  if (ties.length === 0) return undefined;
  const nodes = people.map((id) => {
    const agent = view.agents.get(id);
    const name = agent ? plainLine(agent.name) : id;
    const weight = view.worksOf(id).length;
    return { name, href: link(id), words: saidOf(name, weight, language), weight };
  });
  const nameAt = (at: number) => nodes[at]?.name ?? '';
  return {
    id: 'together',
    title: word('whoWithWhom', language),
    description: description(network, nameAt, language),
    drawing: arcsDrawing({ nodes, ties }),
    note: notes(network, language),
    table: {
      columns: [word('person', language), word('and', language), word('publicationsTogether', language)],
      rows: ties.map(({ from, to, works }) => ({ heads: [nameAt(from), nameAt(to)], cells: [works] })),
    },
  };
}

function description({ people, ties }: Network, nameAt: (at: number) => string, language: Language): string {
  const strongest = ties.reduce((best, tie) => (tie.works > best.works ? tie : best));
  const isAlone = ties.filter(({ works }) => works === strongest.works).length === 1;
  const count = counted(people.length, 'person', language);
  const together = counted(strongest.works, 'work', language);
  const [one, other] = [nameAt(strongest.from), nameAt(strongest.to)];
  if (language === 'fr') {
    const most = isAlone
      ? `Le lien le plus fort\u00a0: ${one} et ${other}, ${together}.`
      : `Au plus ${together} ensemble.`;
    return `${count}. Un arc relie deux personnes qui ont signé ensemble, d’autant plus épais qu’elles l’ont fait souvent. ${most}`;
  }
  const most = isAlone
    ? `The strongest tie: ${one} and ${other}, ${together}.`
    : `At most ${together} together.`;
  return `${count}. An arc ties two who signed together, the thicker the more often they did. ${most}`;
}

/** Who and what is not drawn. */
function notes({ others, alone, crowded }: Network, language: Language): string {
  const fr = language === 'fr';
  const people = (count: number) => counted(count, 'person', language);
  const works = counted(crowded, 'work', language);
  const said = [
    others > 0 &&
      (fr
        ? `Ont aussi signé avec d’autres, sans être dessinées ici\u00a0: ${people(others)}.`
        : `Signed with others as well and are not drawn here: ${people(others)}.`),
    alone > 0 &&
      (fr ? `Sans lien avec quelqu’un\u00a0: ${people(alone)}.` : `Tied to nobody: ${people(alone)}.`),
    crowded > 0 &&
      (fr
        ? `Laissées de côté, avec plus de ${largestTeam} noms\u00a0: ${works}.`
        : `Left out, with more than ${largestTeam} names: ${works}.`),
  ];
  return said.filter(Boolean).join(' ');
}
