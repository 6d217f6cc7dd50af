import type { Words } from '../base/words.ts';
import type { Context } from './context.ts';

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** One command: how it is called, what it does, and the function that does it, loaded when it is called. */
export interface CommandLine {
  readonly usage: string;
  readonly words: Words;
  readonly example: string;
  readonly options: readonly {
    readonly flags: string;
    readonly words: Words;
    readonly choices?: readonly string[] | undefined;
    readonly standard?: string | undefined;
  }[];
  /** Gives the exit code. */
  run(paths: readonly string[], options: Options, context: Context): Promise<number> | number;
}

const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined);

const from = {
  flags: '-f, --from <format>',
  words: {
    fr: 'format d’entrée (reconnu s’il n’est pas donné)',
    en: 'input format (recognised when not given)',
  },
};
const language = {
  flags: '--language <tag>',
  words: {
    fr: 'langue des textes (BCP 47), si on la connaît',
    en: 'language of the texts (BCP 47), when known',
  },
};

/** Every command. A new one is a file and an entry here. */
export const commands: readonly CommandLine[] = [
  {
    usage: 'init [folder]',
    words: { fr: 'prépare le dossier d’un labo, avec un exemple', en: 'make a lab folder, with an example' },
    example: 'moisson init mon-labo',
    options: [
      {
        flags: '--page <file>',
        words: {
          fr: 'page de publications dont partir : ses personnes et ses revues, à vérifier',
          en: 'page of publications to start from: its people and journals, to be checked',
        },
      },
    ],
    run: async ([folder = '.'], { page }, context) =>
      (await import('./init.ts')).init(folder, context, text(page)),
  },
  {
    usage: 'build [folder]',
    words: {
      fr: 'data/ → out/ : le graphe, ses fichiers, le rapport',
      en: 'data/ → out/: the graph, its files, the report',
    },
    example: 'moisson build mon-labo',
    options: [
      {
        flags: '--out <folder>',
        words: { fr: 'où écrire, au lieu de out/', en: 'where to write, instead of out/' },
      },
      {
        flags: '--source-graphs',
        words: {
          fr: 'aussi ce que dit chaque source, sans fusion ni correction, chacune dans son graphe',
          en: 'also what each source says, neither merged nor corrected, each in a graph of its own',
        },
      },
    ],
    run: async ([folder = '.'], options, context) =>
      (await import('./build.ts')).build(
        folder,
        { out: text(options.out), sourceGraphs: options.sourceGraphs === true },
        context,
      ),
  },
  {
    usage: 'check [paths...]',
    words: {
      fr: 'ce qui manque ou cloche, dans un dossier de labo ou des fichiers',
      en: 'what is missing or wrong, in a lab folder or in files',
    },
    example: 'moisson check data/articles.txt',
    options: [
      from,
      language,
      {
        flags: '--format <format>',
        words: { fr: 'forme de la réponse', en: 'form of the answer' },
        choices: ['text', 'json', 'html'],
        standard: 'text',
      },
      {
        flags: '--explain',
        words: {
          fr: 'chaque notice avec les mots dont vient chaque valeur',
          en: 'each record with the words that each value comes from',
        },
      },
    ],
    run: async (paths, options, context) =>
      (await import('./check.ts')).check(
        paths,
        {
          format: options.format === 'json' || options.format === 'html' ? options.format : 'text',
          explain: options.explain === true,
          from: text(options.from),
          language: text(options.language),
        },
        context,
      ),
  },
  {
    usage: 'convert [files...]',
    words: {
      fr: 'd’un format à un autre ; - est l’entrée standard',
      en: 'one format to another; - is standard input',
    },
    example:
      'moisson convert articles.txt --from page --to turtle --base https://www.labacces.fr/id/ -o articles.ttl',
    options: [
      from,
      { flags: '-t, --to <format>', words: { fr: 'format de sortie', en: 'output format' } },
      {
        flags: '-o, --output <file>',
        words: {
          fr: 'fichier de sortie, au lieu de la sortie standard',
          en: 'output file, instead of standard output',
        },
      },
      { flags: '--base <iri>', words: { fr: 'début de toutes les IRI', en: 'beginning of all IRIs' } },
      language,
      { flags: '--jobs <n>', words: { fr: 'fils d’exécution (tous les cœurs)', en: 'threads (all cores)' } },
      { flags: '--skip <n>', words: { fr: 'notices à passer', en: 'records to pass over' } },
      { flags: '--limit <n>', words: { fr: 'notices à lire au plus', en: 'records to read at most' } },
      {
        flags: '--distinct',
        words: {
          fr: 'chaque affirmation une fois (formats en lignes)',
          en: 'each statement once (line formats)',
        },
      },
      {
        flags: '--rejects <file>',
        words: { fr: 'où garder les notices refusées', en: 'where to keep rejected records' },
      },
      {
        flags: '--losses <file>',
        words: {
          fr: 'où dire, notice par notice, ce que le format n’a pu porter',
          en: 'where to say, record by record, what the format could not carry',
        },
      },
      {
        flags: '--shacl <what>',
        words: { fr: 'ce qui est vérifié par les formes SHACL', en: 'what is checked by the SHACL shapes' },
        choices: ['all', 'sample', 'none'],
      },
    ],
    run: async (
      paths,
      { from, to, output, base, language, jobs, skip, limit, distinct, rejects, losses, shacl },
      context,
    ) =>
      (await import('./convert.ts')).convert(
        paths,
        {
          from: text(from),
          to: text(to),
          output: text(output),
          base: text(base),
          language: text(language),
          jobs: text(jobs),
          skip: text(skip),
          limit: text(limit),
          distinct: distinct === true,
          rejects: text(rejects),
          losses: text(losses),
          shacl: text(shacl),
        },
        context,
      ),
  },
  {
    usage: 'harvest <address>',
    words: {
      fr: 'les notices de HAL, Crossref, OpenAlex, DataCite ou d’un dépôt OAI-PMH ; reprend où elle s’est arrêtée',
      en: 'the records of HAL, Crossref, OpenAlex, DataCite or an OAI-PMH repository; goes on where it stopped',
    },
    example: 'moisson harvest https://hal.science/LABACCES --contact web@labo.example.org -o data/hal',
    options: [
      {
        flags: '--api <name>',
        words: {
          fr: 'à qui demander, quand l’adresse ne le dit pas (DOI, ORCID : crossref ; sinon oai)',
          en: 'whom to ask, when the address does not say it (DOI, ORCID: crossref; else oai)',
        },
        choices: ['hal', 'crossref', 'openalex', 'datacite', 'oai'],
      },
      {
        flags: '--prefix <prefix>',
        words: {
          fr: 'OAI-PMH : format demandé (le plus riche de ceux que l’on sait lire)',
          en: 'OAI-PMH: format to ask for (the richest of those that can be read)',
        },
      },
      {
        flags: '--set <spec>',
        words: { fr: 'OAI-PMH : un ensemble du dépôt', en: 'OAI-PMH: a set of the repository' },
      },
      {
        flags: '--from <date>',
        words: { fr: 'OAI-PMH : notices changées depuis', en: 'OAI-PMH: records changed since' },
      },
      {
        flags: '--until <date>',
        words: { fr: 'OAI-PMH : notices changées jusqu’à', en: 'OAI-PMH: records changed until' },
      },
      { flags: '-o, --output <folder>', words: { fr: 'dossier de la moisson', en: 'folder of the harvest' } },
      {
        flags: '--contact <e-mail>',
        words: { fr: 'à qui le dépôt peut écrire', en: 'whom the repository may write to' },
      },
      { flags: '--full', words: { fr: 'tout, depuis le début', en: 'everything, from the beginning' } },
    ],
    run: async ([address = ''], { api, prefix, set, from, until, output, contact, full }, context) =>
      (await import('./harvest.ts')).harvest(
        address,
        {
          api: text(api),
          prefix: text(prefix),
          set: text(set),
          from: text(from),
          until: text(until),
          output: text(output),
          contact: text(contact),
          isFull: full === true,
        },
        context,
      ),
  },
  {
    usage: 'deposit [folder] [works...]',
    words: {
      fr: 'les œuvres d’un labo vers HAL ; sans --send, seulement ce qui serait envoyé',
      en: 'the works of a lab to HAL; without --send only what would be sent',
    },
    example: 'moisson deposit mon-labo work/sorin-2023-motifs --send --server preprod',
    options: [
      { flags: '--send', words: { fr: 'envoyer', en: 'send' } },
      {
        flags: '--server <name>',
        words: {
          fr: 'preprod, production ou l’adresse d’une API de HAL',
          en: 'preprod, production or the address of an API of HAL',
        },
        standard: 'preprod',
      },
      {
        flags: '--credentials <file>',
        words: {
          fr: 'compte et mot de passe, une ligne chacun (sinon HAL_LOGIN et HAL_PASSWORD)',
          en: 'login and password, a line each (else HAL_LOGIN and HAL_PASSWORD)',
        },
      },
      {
        flags: '--update',
        words: {
          fr: 'aussi ce qui a changé depuis son dépôt',
          en: 'what has changed since it was deposited as well',
        },
      },
      {
        flags: '--new',
        words: { fr: 'même ce que HAL semble avoir', en: 'even what HAL seems to have' },
      },
      { flags: '--status', words: { fr: 'où en sont les dépôts', en: 'where deposits are' } },
      {
        flags: '--delete',
        words: { fr: 'retirer de HAL les œuvres nommées', en: 'take the works named out of HAL' },
      },
    ],
    run: async ([folder = '.', ...works], options, context) =>
      (await import('./deposit.ts')).deposit(
        folder,
        works,
        {
          isSent: options.send === true,
          server: text(options.server),
          credentials: text(options.credentials),
          update: options.update === true,
          remove: options.delete === true,
          status: options.status === true,
          isNew: options.new === true,
        },
        context,
      ),
  },
  {
    usage: 'query [question] [words...]',
    words: {
      fr: 'une question (--list), une requête SPARQL ou un fichier .rq, sur des fichiers RDF (out/ sinon) ou à l’adresse d’un point d’accès SPARQL',
      en: 'a question (--list), a SPARQL query or a .rq file, over RDF files (else out/) or at the address of a SPARQL endpoint',
    },
    example: `moisson query 'SELECT ?s { ?s a <http://schema.org/ScholarlyArticle> }' out/labacces.nq`,
    options: [
      {
        flags: '--format <format>',
        words: { fr: 'forme de la réponse', en: 'form of the answer' },
        choices: ['table', 'json', 'csv', 'turtle'],
      },
      {
        flags: '--list',
        words: { fr: 'les questions qui ont un nom', en: 'the questions that have a name' },
      },
    ],
    run: async ([question, ...words], options, context) =>
      (await import('./query.ts')).query(
        question,
        words,
        { format: text(options.format), list: options.list === true },
        context,
      ),
  },
  {
    usage: 'diff <old> <new>',
    words: {
      fr: 'ce qui a changé d’un build à l’autre (dossiers, ou fichiers .nq ou .nt)',
      en: 'what changed from one build to another (folders, or files .nq or .nt)',
    },
    example: 'moisson diff avant/out out',
    options: [
      {
        flags: '--format <format>',
        words: {
          fr: 'forme de la réponse ; patch : RDF Patch',
          en: 'form of the answer; patch: RDF Patch',
        },
        choices: ['text', 'json', 'patch'],
        standard: 'text',
      },
    ],
    run: async ([before = '', after = ''], { format }, context) =>
      (await import('./diff.ts')).diff(
        before,
        after,
        format === 'json' || format === 'patch' ? format : 'text',
        context,
      ),
  },
  {
    usage: 'load <store> [paths...]',
    words: {
      fr: 'le graphe (out/, un dossier ou des fichiers .nt, .nq) dans un entrepôt RDF, par le SPARQL 1.1 Graph Store Protocol',
      en: 'the graph (out/, a folder or files .nt, .nq) into an RDF store, by the SPARQL 1.1 Graph Store Protocol',
    },
    example: 'moisson load http://localhost:7878/store --replace',
    options: [
      {
        flags: '--graph <iri>',
        words: {
          fr: 'le graphe où tout va, ou default (sinon ceux que le fichier nomme)',
          en: 'the graph that everything goes into, or default (else those that the file names)',
        },
      },
      {
        flags: '--replace',
        words: { fr: 'à la place de ce que le graphe contient', en: 'in the place of what the graph holds' },
      },
      {
        flags: '--update <address>',
        words: {
          fr: 'où l’entrepôt reçoit SPARQL Update, pour remplacer d’un coup un graphe de plus de 64 Mio',
          en: 'where the store takes SPARQL Update, to replace a graph of more than 64 MiB at once',
        },
      },
      {
        flags: '--credentials <file>',
        words: {
          fr: 'compte et mot de passe, une ligne chacun (sinon STORE_LOGIN et STORE_PASSWORD, ou STORE_TOKEN)',
          en: 'login and password, a line each (else STORE_LOGIN and STORE_PASSWORD, or STORE_TOKEN)',
        },
      },
    ],
    run: async ([store = '', ...paths], { graph, replace, update, credentials }, context) =>
      (await import('./load.ts')).load(
        store,
        paths,
        {
          graph: text(graph),
          isReplaced: replace === true,
          update: text(update),
          credentials: text(credentials),
        },
        context,
      ),
  },
  {
    usage: 'serve [folder]',
    words: {
      fr: 'le site de out/, à une adresse de cette machine',
      en: 'the site of out/, at an address of this machine',
    },
    example: 'moisson serve mon-labo --watch',
    options: [
      {
        flags: '--port <n>',
        words: { fr: 'port (0 : un port libre)', en: 'port (0: a free one)' },
        standard: '8080',
      },
      {
        flags: '--host <address>',
        words: {
          fr: 'adresse où écouter (0.0.0.0 : toutes)',
          en: 'address to listen at (0.0.0.0: all)',
        },
        standard: '127.0.0.1',
      },
      {
        flags: '--watch',
        words: {
          fr: 'construire d’abord, et de nouveau quand data/ change',
          en: 'build first, and again when data/ changes',
        },
      },
      {
        flags: '--store <address>',
        words: {
          fr: 'point d’accès d’un entrepôt, qui répond au SPARQL à la place du moteur intégré',
          en: 'endpoint of a store that answers SPARQL in the place of the embedded engine',
        },
      },
    ],
    run: async ([folder = '.'], options, context) =>
      (await import('./serve.ts')).serve(
        folder,
        {
          port: text(options.port),
          host: text(options.host),
          watch: options.watch === true,
          store: text(options.store),
        },
        context,
      ),
  },
  {
    usage: 'formats',
    words: { fr: 'les formats lus et écrits', en: 'the formats read and written' },
    example: 'moisson formats',
    options: [{ flags: '--json', words: { fr: 'en JSON', en: 'as JSON' } }],
    run: async (_, options, context) =>
      (await import('./formats.ts')).formats({ json: options.json === true }, context),
  },
];
