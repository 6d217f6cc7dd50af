import type { OaiRecord } from '../../pipeline/base/oai.ts';
import { oaiReplies } from '../../pipeline/publish/oai-replies.ts';
import { keyArguments, oaiRules, replyFolder } from '../../pipeline/publish/servers/oai-rules.ts';
import { workEntry } from '../../pipeline/stages.ts';
import { oaiFormats } from '../../pipeline/write/index.ts';

export const domain = 'data.example.org';
const base = `https://${domain}/id/`;

/** The replies of a repository of these records, by their paths below the site. */
export function repliesOf(
  records: readonly OaiRecord[],
  baseUrl = `${base}oai`,
): ReadonlyMap<string, string> {
  const specs = [...new Set(records.flatMap(({ sets }) => sets))].sort();
  const replies = oaiReplies({
    records,
    sets: specs.map((spec) => ({ spec, name: `Set ${spec}` })),
    name: 'Mon labo',
    domain,
    email: 'web@labo.example.org',
    baseUrl,
    entryOf: (work) => workEntry(work, base),
    pageOf: (id) => `${base}${id}.html`,
  });
  return new Map([...replies].map(({ path, content }) => [path, String(content)]));
}

/** A host that knows files and the rules, and nothing else. */
export function staticHost(files: ReadonlyMap<string, string>): (request: Request) => Response {
  const prefixes = oaiFormats.map(({ prefix }) => prefix);
  const rules = oaiRules(domain, prefixes).map((rule) => ({ ...rule, pattern: new RegExp(rule.pattern) }));
  return ({ url }) => {
    // As servers have it: not decoded.
    const query = new URL(url).search.slice(1);
    const argument = (name: string) => new RegExp(`(?:^|&)${name}=([^&]*)`).exec(query)?.[1] ?? '';
    const key = keyArguments.map(argument).join('|');
    for (const { pattern, reply, otherwise } of rules) {
      const groups = pattern.exec(key);
      if (!groups) continue;
      const [file, other] = [reply, otherwise].map((path) =>
        files.get(
          `${replyFolder}/${path?.replace(/\$(\d)/g, (_, at: string) => groups[Number(at)] ?? '')}.xml`,
        ),
      );
      return new Response(file ?? other ?? null, {
        status: (file ?? other) === undefined ? 404 : 200,
        headers: { 'Content-Type': 'text/xml; charset=utf-8' },
      });
    }
    return new Response(null, { status: 404 });
  };
}
