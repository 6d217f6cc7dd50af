import type { Agent } from '../../base/entity.ts';
import type { Language } from '../../base/words.ts';
import { type Html, html, joined } from './html.ts';
import type { LinkFrom } from './layout.ts';
import { counted, type PageWord, word } from './page-words.ts';
import { identifierLink } from './people.ts';
import { teamOf } from './teams.ts';
import { inline, langOf, plainLine } from './text.ts';
import { graphLinks, thingHead } from './thing-head.ts';
import type { View } from './view.ts';
import type { ListPage } from './work-list.ts';

/** The page of a person or an organisation: who they are, with whom they write, what they wrote. */
export function agentPage(view: View, agent: Agent, language: Language): ListPage {
  const title = plainLine(agent.name);
  const works = view.worksOf(agent.id);
  const isPerson = agent.kind === 'person';
  const section: PageWord = agent.kind === 'organisation' ? 'organisations' : 'people';
  return {
    name: agent.id,
    title,
    head: thingHead(view, agent.id, title, isPerson ? 'ProfilePage' : undefined, language),
    path: [{ name: 'people', title: word(section, language) }],
    works,
    isByYear: true,
    opening: (link) => html`<h1${langOf(agent.name, language)}>${inline(agent.name)}</h1>
${facts(view, agent, link, language)}<p class="count">${counted(works.length, 'work', language)}</p>
${graphLinks(agent.id)}`,
  };
}

function facts(view: View, agent: Agent, link: LinkFrom, language: Language): Html | undefined {
  const { identifiers, homepage, alias, affiliations } = agent;
  const rows: readonly (readonly [PageWord, readonly Html[]])[] = [
    ['identifiers', identifiers.map(identifierLink)],
    ['homepage', homepage === undefined ? [] : [html`<a href="${homepage}">${homepage}</a>`]],
    ['affiliations', affiliations.flatMap((id) => agentLink(view, id, link))],
    ['members', view.membersOf(agent.id).flatMap(({ id }) => agentLink(view, id, link))],
    ['alias', alias.map((name) => html`${name}`)],
    ['coauthors', coauthors(view, agent).flatMap((id) => agentLink(view, id, link))],
  ];
  const said = rows.filter(([, values]) => values.length > 0);
  if (said.length === 0) return undefined;
  return html`<dl class="details">
${said.map(
  ([label, values]) => html`<div>
<dt>${word(agent.kind !== 'person' && label === 'homepage' ? 'site' : label, language)}</dt>
<dd>${joined(values, ', ')}</dd>
</div>
`,
)}</dl>
`;
}

function agentLink({ agents }: View, id: string, link: LinkFrom): readonly Html[] {
  const agent = agents.get(id);
  return agent ? [html`<a href="${link(id)}">${plainLine(agent.name)}</a>`] : [];
}

const mostCoauthors = 30;

/** With whom a person wrote most, in that order. */
function coauthors(view: View, { id, kind }: Agent): readonly string[] {
  if (kind !== 'person') return [];
  const counts = new Map<string, number>();
  for (const work of view.worksOf(id)) {
    const together = teamOf(view, work);
    if (!together.has(id)) continue;
    for (const other of together) if (other !== id) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, some], [b, more]) => more - some || (a < b ? -1 : 1))
    .slice(0, mostCoauthors)
    .map(([other]) => other);
}
