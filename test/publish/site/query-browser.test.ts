import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mediaTypeOf } from '../../../pipeline/base/media-types.ts';
import type { ResultsJson } from '../../../pipeline/base/sparql-results.ts';
import { listen, sparqlApp } from '../../../pipeline/serve/index.ts';
import { type Answer, row, same } from '../../competency/answer.ts';
import { questions } from '../../competency/questions.ts';
import { focused, launched, served, tabTo, visited } from './browser.ts';
import { siteOf } from './site-of.ts';

// The query page in a real browser, on a host that has files only, and on one that has an endpoint.

const labData = new URL('../../competency/lab/data/', import.meta.url);
const site = await siteOf(
  new Map(readdirSync(labData).map((file) => [`data/${file}`, readFileSync(new URL(file, labData))])),
);
const content = new Map<string, string | Uint8Array>([...site.files, ...site.binaries]);

let browser: Browser;
let host: Awaited<ReturnType<typeof served>>;
beforeAll(async () => {
  browser = await launched();
  host = await served(content);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await host.end();
});

/** On a host of files a request for an endpoint finds nothing, which a browser notes. */
const noEndpoint = /status of 404/;

const opened = (path: string, use: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
  visited(path, { browser, address: host.address, expected: noEndpoint, options }, use);

/** Asks a query and waits for what comes of it. */
async function asked(page: Page, sparql: string): Promise<void> {
  await page.fill('#sparql', sparql);
  await page.click('form.query [type=submit]');
  await ended(page);
}

async function ended(page: Page): Promise<void> {
  await page.waitForSelector('#stop', { state: 'hidden' });
  await page.waitForSelector('#answer:not([hidden]), #trouble p');
}

/** A file that the page offers of an answer. */
async function downloaded(page: Page, label: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click(`.downloads >> text=${label}`),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

async function answerOn(page: Page): Promise<Answer> {
  const verdict = page.locator('#answer .verdict');
  if ((await verdict.count()) > 0) return { ask: (await verdict.textContent()) === 'Oui' };
  const { results } = JSON.parse(await downloaded(page, 'JSON')) as ResultsJson;
  return {
    rows: (results?.bindings ?? []).map((binding) =>
      row(
        Object.entries(binding).map(([name, { type, value }]) => [
          name,
          { termType: type === 'uri' ? 'NamedNode' : 'Literal', value },
        ]),
      ),
    ),
  };
}

const cells = (page: Page) =>
  page.$$eval('#answer tbody tr', (rows) =>
    rows.map((each) => [...each.children].map(({ textContent }) => textContent)),
  );

describe('the browser answers for itself', () => {
  test('all competency questions rightly', async () => {
    await opened('query.html', async (page) => {
      for (const { name, query, expected } of questions()) {
        await asked(page, query);
        expect(await page.textContent('#trouble'), name).toBe('');
        expect(same(await answerOn(page), expected), name).toBeUndefined();
      }
      expect(await page.textContent('#status')).toContain('répondu dans ce navigateur');
    });
  }, 120_000);

  test('chains of arithmetic from left to right', async () => {
    await opened('query.en.html', async (page) => {
      await asked(page, 'SELECT (10 - 3 - 2 AS ?a) (12 / 3 / 2 AS ?b) {}');
      expect(await cells(page)).toEqual([['5', '2']]);
    });
  }, 120_000);

  test('relative IRIs begin with the base IRI of the lab', async () => {
    await opened('query.html', async (page) => {
      await asked(page, 'SELECT ?name { <person/pierre-mazet> foaf:name ?name }');
      expect(await cells(page)).toEqual([['Pierre Mazet']]);
    });
  }, 120_000);

  test('a graph as Turtle', async () => {
    await opened('query.html', async (page) => {
      await asked(page, 'CONSTRUCT { ?s foaf:name ?n } { ?s a foaf:Person ; foaf:name ?n }');
      const turtle = await downloaded(page, 'Turtle');
      expect(turtle).toContain('<http://xmlns.com/foaf/0.1/name> "Pierre Mazet"');
      expect(await page.textContent('#answer code')).toBe(turtle);
    });
  }, 120_000);

  test('rows as CSV and TSV', async () => {
    await opened('query.html', async (page) => {
      await asked(page, 'SELECT ("a, \\"b\\"" AS ?x) ("é"@fr AS ?y) (1 AS ?z) {}');
      expect(await downloaded(page, 'CSV')).toBe('x,y,z\r\n"a, ""b""",é,1\r\n');
      expect(await downloaded(page, 'TSV')).toBe(
        '?x\t?y\t?z\n"a, \\"b\\""\t"é"@fr\t"1"^^<http://www.w3.org/2001/XMLSchema#integer>\n',
      );
    });
  }, 120_000);

  test('a question of names and numbers as a chart too', async () => {
    await opened('query.html', async (page) => {
      await page.selectOption('#question', 'affiliations');
      await page.click('form.query [type=submit]');
      await ended(page);
      await page.click('.picture summary');
      expect(await page.getAttribute('#answer svg', 'aria-label')).toContain('œuvres, organisme');
      expect(await page.locator('#answer svg rect').count()).toBe((await cells(page)).length);
    });
  }, 120_000);

  test('of many rows the first, and says so', async () => {
    await opened('query.html', async (page) => {
      await asked(page, 'SELECT * { ?s ?p ?o . ?t ?q ?r } LIMIT 1200');
      expect((await cells(page)).length).toBe(500);
      expect(await page.textContent('#status')).toContain('200 lignes');
      expect(await page.textContent('#answer .cut')).toContain('500 premières');
      expect((await downloaded(page, 'CSV')).split('\r\n')).toHaveLength(1202);
    });
  }, 120_000);
});

describe('what cannot be answered is said', () => {
  test.each([
    ['SELECT *\n{ ?s ?p }', 'SPARQL query refused: error at'],
    ['SELECT * {\n  ?s foo:bar ?o }', 'error at 2:13: prefix not declared: foo:'],
    ['INSERT DATA { <a:a> <a:b> <a:c> }', 'INSERT writes into the graph'],
    ['SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }', 'SERVICE would ask another server'],
    ['SELECT * { ?a ?b ?c . ?d ?e ?f }', 'The answer has more than 100,000 rows'],
    [' ', 'There is no query.'],
  ])(
    '%s',
    async (sparql, words) => {
      await opened('query.en.html', async (page) => {
        await asked(page, sparql);
        expect(await page.textContent('#trouble')).toContain(words);
        expect(await page.isVisible('#answer')).toBe(false);
      });
    },
    60_000,
  );

  test('and the way to an error is shown', async () => {
    await opened('query.html', async (page) => {
      await asked(page, 'SELECT ?s {\n  ?s foaf:name .\n}');
      expect(await page.textContent('#trouble')).toContain('erreur ligne 2, colonne');
      await page.click('text=Aller à l’erreur');
      const [at, id] = (await page.evaluate(
        '[document.activeElement.selectionStart, document.activeElement.id]',
      )) as [number, string];
      expect(id).toBe('sparql');
      expect(at).toBeGreaterThan('SELECT ?s {\n'.length);
    });
  }, 120_000);

  test('a query without end is stopped, and the next one answered', async () => {
    await opened('query.html', async (page) => {
      await page.fill('#sparql', 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }');
      await page.click('form.query [type=submit]');
      await page.waitForSelector('text=Requête en cours…');
      await page.focus('#stop');
      await page.keyboard.press('Enter');
      expect(await page.textContent('#status')).toBe('Requête arrêtée.');
      expect(await focused(page)).toBe('Exécuter');
      await asked(page, 'ASK {}');
      expect(await answerOn(page)).toEqual({ ask: true });
    });
  }, 120_000);
});

describe('an address holds a question', () => {
  test('with its parameters; it is sent by who wants it', async () => {
    await opened('query.html#question=works-by-person&name=Exemple', async (page) => {
      expect(await page.inputValue('#parameter-name')).toBe('Exemple');
      expect(await page.inputValue('#sparql')).toContain('LCASE("Exemple")');
      expect(await page.textContent('#status')).toContain('« Exécuter » l’envoie');
      expect(await page.isVisible('#answer')).toBe(false);
      await page.click('form.query [type=submit]');
      await ended(page);
      expect([...new Set((await cells(page)).map(([name]) => name))]).toEqual(['Ada Exemple']);
      expect(await page.$$eval('#answer th', (all) => all.map(({ textContent }) => textContent))).toEqual([
        'nom',
        'date',
        'titre',
        'œuvre',
      ]);
    });
  }, 120_000);

  test('of one’s own, whatever is in it', async () => {
    const sparql = 'SELECT ("é & # + %" AS ?x) {\n  # "</script>"\n}';
    let address = '';
    await opened('query.html', async (page) => {
      await asked(page, sparql);
      address = page.url();
      expect(await page.getAttribute('#link', 'href')).toBe(new URL(address).hash);
    });
    await opened(address.slice(host.address.length), async (page) => {
      expect(await page.inputValue('#sparql')).toBe(sparql);
      await page.click('form.query [type=submit]');
      await ended(page);
      expect(await cells(page)).toEqual([['é & # + %']]);
    });
  }, 120_000);

  test('values of parameters are texts, not SPARQL', async () => {
    await opened('query.html', async (page) => {
      await page.selectOption('#question', 'works-of-year');
      await page.fill('#parameter-year', '"))} #\\');
      await page.click('form.query [type=submit]');
      await ended(page);
      expect(await page.textContent('#status')).toContain('Aucune ligne');
    });
  }, 120_000);

  test('each question on the page leads into the editor', async () => {
    await opened('query.html', async (page) => {
      await page.click('[data-question=years] summary');
      await page.click('[data-question=years] .open a');
      await page.waitForFunction("document.getElementById('question').value === 'years'");
      expect(await focused(page)).toBe('Exécuter');
      expect(page.url()).toContain('#question=years');
    });
  }, 120_000);
});

test('by keyboard alone: a question, its parameter, the query, the answer', async () => {
  await opened('query.html', async (page) => {
    await page.focus('#question');
    await page.selectOption('#question', 'first-author');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('name');
    await page.keyboard.type('mazet');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('sparql');
    await page.keyboard.press('Control+Home');
    // The tab key leaves the editor, list or not.
    await page.keyboard.type('scho');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Exécuter');
    expect(await page.isVisible('[role=listbox]')).toBe(false);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+Enter');
    await ended(page);
    await tabTo(page, 'Exécuter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.closest("#answer, #trouble") !== null')).toBe(true);
  });
}, 120_000);

describe('the editor completes names', () => {
  test('with the arrows and Enter; Escape closes the list', async () => {
    await opened('query.html', async (page) => {
      await page.fill('#sparql', '');
      await page.focus('#sparql');
      await page.keyboard.type('SELECT * { ?work schema:datePub');
      await page.waitForSelector('[role=option]');
      expect(await page.getAttribute('#sparql', 'aria-activedescendant')).toBeNull();
      await page.keyboard.press('ArrowDown');
      const id = await page.getAttribute('#sparql', 'aria-activedescendant');
      expect(await page.getAttribute(`#${id}`, 'aria-selected')).toBe('true');
      await page.keyboard.press('Enter');
      expect(await page.inputValue('#sparql')).toBe('SELECT * { ?work schema:datePublished');
      await page.keyboard.type(' ?date ; fam');
      await page.waitForSelector('[role=option]');
      await page.keyboard.press('Escape');
      expect(await page.isVisible('[role=listbox]')).toBe(false);
      await page.keyboard.press('Control+Space');
      await page.waitForSelector('[role=option]');
      await page.keyboard.press('Enter');
      expect(await page.inputValue('#sparql')).toBe(
        'SELECT * { ?work schema:datePublished ?date ; foaf:familyName',
      );
    });
  }, 120_000);

  test.each([
    ['a variable', 'SELECT ?titl'],
    ['a text', 'SELECT * { ?s ?p "titl'],
    ['an IRI', 'SELECT * { <http://x.example/titl'],
    ['a comment', '# titl'],
  ])(
    'but not in %s',
    async (_, text) => {
      await opened('query.html', async (page) => {
        await page.fill('#sparql', '');
        await page.focus('#sparql');
        await page.keyboard.type(text);
        await page.keyboard.press('Control+Space');
        await page.waitForTimeout(300);
        expect(await page.isVisible('[role=listbox]')).toBe(false);
      });
    },
    60_000,
  );
});

describe('without JavaScript', () => {
  test('the questions have their answers, and there is no form', async () => {
    await opened(
      'query.html',
      async (page) => {
        expect(await page.isVisible('form.query')).toBe(false);
        expect(await page.isVisible('details.question[open] table')).toBe(true);
        await page.click('[data-question=years] summary');
        expect(await page.isVisible('[data-question=years] td >> text=2019')).toBe(true);
        await page.click('[data-question=works] summary');
        await page.click('[data-question=works] td a >> nth=0');
        expect(page.url()).toMatch(/\/work\/[^/]+\.html$/);
      },
      { javaScriptEnabled: false },
    );
  }, 120_000);
});

describe('where there is an endpoint', () => {
  test('it is asked, and no engine is loaded', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'moisson-page-'));
    const dump = join(folder, 'lab.nq');
    writeFileSync(dump, site.files.get('labacces.nq') ?? '');
    const app = sparqlApp({
      graph: { dumps: [dump] },
      base: 'https://data.example.org/lab/',
      own: 'fr',
      onUnfit: () => {},
    });
    const paths: string[] = [];
    const server = await listen(
      (request) => {
        const path = new URL(request.url).pathname.slice('/id/'.length);
        paths.push(path);
        if (path === 'sparql') return app.answer(request);
        const file = content.get(path);
        const type = mediaTypeOf(path)?.type ?? 'text/plain';
        return new Response(file === undefined ? null : Buffer.from(file), {
          status: file === undefined ? 404 : 200,
          headers: { 'Content-Type': type },
        });
      },
      { host: '127.0.0.1', port: 0 },
    );
    try {
      await visited(
        'query.html',
        { browser, address: `${server.address}id/`, expected: /400/ },
        async (page) => {
          for (const { name, query, expected } of questions()) {
            await asked(page, query);
            expect(same(await answerOn(page), expected), name).toBeUndefined();
          }
          expect(await page.textContent('#status')).toContain('répondu par le point d’accès de ce site');
          await asked(page, 'DESCRIBE <https://data.example.org/lab/person/pierre-mazet>');
          expect(await downloaded(page, 'Turtle')).toContain('Pierre Mazet');
          await asked(page, 'SELECT { nothing');
          expect(await page.textContent('#trouble')).toContain('requête SPARQL refusée : erreur');
        },
      );
      expect(paths.filter((path) => path.startsWith('engine/oxigraph'))).toEqual([]);
    } finally {
      await server.close();
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
