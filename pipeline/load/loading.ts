import { exitCode, UserError } from '../base/user-error.ts';
import type { Words } from '../base/words.ts';
import { Unanswered } from '../fetch/index.ts';
import { add, drop, type Graph, type GraphStore, move, replace } from './graph-store.ts';
import { piecesOf, type Survey } from './statements.ts';

/** Bytes of N-Triples. */
export interface Sizes {
  /** Of one request, as a rule. */
  readonly piece: number;
  /** Of a whole graph that goes in one request. */
  readonly whole: number;
}

/** How far it is, in statements. */
export interface Step {
  readonly sent: number;
  readonly total: number;
}

interface Options {
  readonly files: readonly string[];
  readonly survey: Survey;
  /** Where everything goes, whatever graph it is in. */
  readonly into: Graph | undefined;
  /** What was in the graphs before goes. */
  readonly isReplaced: boolean;
  readonly sizes: Sizes;
  readonly onStep: (step: Step) => void;
  readonly told: (words: Words) => void;
}

/** One graph to be loaded. */
interface Target {
  readonly graph: Graph;
  isWanted(graph: string | undefined): boolean;
  readonly statements: number;
  readonly bytes: number;
}

/** A store never takes a smaller piece than this, characters: one that finds it too large takes none. */
const smallestPiece = 16_384;

/** Loads the graphs of dumps into a store, and knows at each moment what is in it. */
export class Loading {
  readonly #store: GraphStore;
  readonly #options: Options;
  readonly #targets: readonly Target[];
  #sent = 0;
  #requests = 0;
  /** What the store holds, should it end here. */
  #left: Words | undefined;

  constructor(store: GraphStore, options: Options) {
    this.#store = store;
    this.#options = options;
    this.#targets = targetsOf(options);
  }

  get requests(): number {
    return this.#requests;
  }

  /** The graphs, and how many statements each was given. */
  get targets(): readonly Pick<Target, 'graph' | 'statements'>[] {
    return this.#targets;
  }

  /** What the store holds after an end before its time; nothing when it is as it was. */
  get left(): Words | undefined {
    return this.#left;
  }

  async run(): Promise<void> {
    const [first] = this.#targets;
    if (first === undefined) return;
    // No statement yet: whether one may write here shows before megabytes are sent.
    await this.#counted(add(this.#store, first.graph, '# \n'));
    for (const target of this.#targets) await this.#load(target);
  }

  async #load(target: Target): Promise<void> {
    const { isReplaced, sizes } = this.#options;
    if (!isReplaced) return this.#add(target, target.graph, partly(target, this.#targets));
    if (target.bytes <= sizes.whole && (await this.#replaceAtOnce(target))) return;
    const { update } = this.#store;
    if (update !== undefined) return this.#replaceBeside(target, update);
    return this.#replaceInPlace(target);
  }

  /** One request, which a store carries out as one transaction; false when it finds that too large. */
  async #replaceAtOnce(target: Target): Promise<boolean> {
    let text = '';
    let statements = 0;
    for await (const piece of this.#pieces(target, Number.POSITIVE_INFINITY)) {
      text = piece.text;
      statements = piece.statements;
    }
    refuseChange(statements, target);
    const before = this.#left;
    this.#left = eitherOr(target);
    try {
      await this.#counted(replace(this.#store, target.graph, text));
    } catch (error) {
      if (!isTooLarge(error)) {
        if (error instanceof Unanswered && error.status !== undefined) this.#left = before;
        throw error;
      }
      this.#left = before;
      return false;
    }
    this.#left = whole(target, this.#targets);
    this.#step(statements);
    return true;
  }

  /** Into a graph beside, which takes the place of the old one by a single update. */
  async #replaceBeside(target: Target, update: URL): Promise<void> {
    const beside = `${target.graph === 'default' ? 'urn:moisson:default' : target.graph.iri}#loading`;
    this.#options.told({
      fr: `${nameOf(target).fr} est grand : chargé dans <${beside}>, qui prendra sa place en une mise à jour`,
      en: `${nameOf(target).en} is large: loaded into <${beside}>, which takes its place by one update`,
    });
    await this.#counted(drop(this.#store, { iri: beside }));
    try {
      await this.#add(target, { iri: beside }, untouched(target, beside));
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      try {
        await this.#counted(drop(this.#store, { iri: beside }));
        this.#left = undefined;
      } catch {
        // What is left of it was said already.
      }
      throw error;
    }
    this.#left = notMoved(target, beside);
    await this.#counted(move(this.#store, update, beside, target.graph));
    this.#left = whole(target, this.#targets);
  }

  /** The first piece in the place of the old graph, the others after it. */
  async #replaceInPlace(target: Target): Promise<void> {
    this.#options.told({
      fr: `${nameOf(target).fr} est trop grand pour un seul envoi : jusqu’à la fin il n’y sera qu’en partie ; avec --update ADRESSE il serait remplacé d’un coup`,
      en: `${nameOf(target).en} is too large for one request: until the end it is there only in part; with --update URL it would be replaced at once`,
    });
    await this.#counted(drop(this.#store, target.graph));
    return this.#add(target, target.graph, partly(target, this.#targets));
  }

  async #add(target: Target, graph: Graph, left: (sent: number) => Words): Promise<void> {
    let sent = 0;
    this.#left = left(sent);
    for await (const piece of this.#pieces(target, this.#options.sizes.piece)) {
      await this.#addPiece(graph, piece.text);
      sent += piece.statements;
      this.#left = left(sent);
      this.#step(piece.statements);
    }
    refuseChange(sent, target);
  }

  /** A piece that a store finds too large goes in two. */
  async #addPiece(graph: Graph, text: string): Promise<void> {
    try {
      await this.#counted(add(this.#store, graph, text));
    } catch (error) {
      const middle = text.indexOf('\n', Math.floor(text.length / 2)) + 1;
      if (!isTooLarge(error) || text.length < smallestPiece || middle === 0 || middle >= text.length)
        throw error;
      await this.#addPiece(graph, text.slice(0, middle));
      await this.#addPiece(graph, text.slice(middle));
    }
  }

  #pieces({ isWanted }: Target, size: number) {
    return piecesOf(this.#options.files, { isWanted, size });
  }

  async #counted<T>(request: Promise<T>): Promise<T> {
    this.#requests += 1;
    return await request;
  }

  #step(statements: number): void {
    this.#sent += statements;
    const total = this.#targets.reduce((sum, each) => sum + each.statements, 0);
    this.#options.onStep({ sent: this.#sent, total });
  }
}

function targetsOf({ survey, into }: Options): readonly Target[] {
  const all = [...survey.graphs];
  const sum = (of: (counted: { statements: number; bytes: number }) => number) =>
    all.reduce((total, [, counted]) => total + of(counted), 0);
  if (into !== undefined)
    return all.length === 0
      ? []
      : [
          {
            graph: into,
            isWanted: () => true,
            statements: sum(({ statements }) => statements),
            bytes: sum(({ bytes }) => bytes),
          },
        ];
  return all.map(([name, counted]) => ({
    graph: name === undefined ? 'default' : { iri: name },
    isWanted: (graph) => graph === name,
    ...counted,
  }));
}

const isTooLarge = (error: unknown) => error instanceof Unanswered && error.status === 413;

/** Another build has put other dumps in the place of those that were looked at. */
function refuseChange(found: number, { statements }: Target): void {
  if (found === statements) return;
  throw new UserError(
    {
      fr: `le graphe a changé pendant la lecture (${statements} affirmations, puis ${found}) ; recommencer`,
      en: `the graph changed while it was read (${statements} statements, then ${found}); try again`,
    },
    exitCode.input,
  );
}

function nameOf({ graph }: Pick<Target, 'graph'>): Words {
  if (graph === 'default') return { fr: 'le graphe par défaut', en: 'the default graph' };
  return { fr: `le graphe <${graph.iri}>`, en: `the graph <${graph.iri}>` };
}

const again: Words = {
  fr: 'la même commande, relancée, mène à bien ce qui manque',
  en: 'the same command, run again, completes it',
};

/** Graphs before this one, which are whole. */
function before(target: Target, all: readonly Target[]): Words {
  const at = all.indexOf(target);
  if (at <= 0) return { fr: '', en: '' };
  return { fr: `${at} graphes entiers ; `, en: `${at} whole graphs; ` };
}

function partly(target: Target, all: readonly Target[]): (sent: number) => Words {
  const [first, name] = [before(target, all), nameOf(target)];
  return (sent) => ({
    fr: `dans l’entrepôt : ${first.fr}de ${name.fr}, ${sent} affirmations sur ${target.statements} au moins ; ${again.fr}`,
    en: `in the store: ${first.en}of ${name.en}, at least ${sent} of ${target.statements} statements; ${again.en}`,
  });
}

function untouched(target: Target, beside: string): (sent: number) => Words {
  const name = nameOf(target);
  return (sent) => ({
    fr: `dans l’entrepôt : ${name.fr} comme avant, et <${beside}>, une ébauche de ${sent} affirmations ; ${again.fr}`,
    en: `in the store: ${name.en} as before, and <${beside}>, a draft of ${sent} statements; ${again.en}`,
  });
}

function notMoved(target: Target, beside: string): Words {
  const name = nameOf(target);
  return {
    fr: `dans l’entrepôt : <${beside}>, entier, n’a peut-être pas pris la place de ${name.fr}, resté alors comme avant ; ${again.fr}`,
    en: `in the store: <${beside}>, whole, may not have taken the place of ${name.en}, which then is as before; ${again.en}`,
  };
}

function eitherOr(target: Target): Words {
  const name = nameOf(target);
  return {
    fr: `dans l’entrepôt : ${name.fr}, l’ancien ou le nouveau, selon que l’envoi est arrivé ou non ; ${again.fr}`,
    en: `in the store: ${name.en}, the old or the new one, by whether what was sent arrived; ${again.en}`,
  };
}

function whole(target: Target, all: readonly Target[]): Words | undefined {
  const done = all.indexOf(target) + 1;
  if (done === all.length) return undefined;
  return {
    fr: `dans l’entrepôt : ${done} graphes entiers sur ${all.length} ; ${again.fr}`,
    en: `in the store: ${done} of ${all.length} graphs, whole; ${again.en}`,
  };
}
