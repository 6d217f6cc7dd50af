import { rememberingLast } from '../base/remembering-last.ts';
import { type Dataset, type Opened, openedFor, type Writer } from '../write/index.ts';

/**
 * The formats of a dataset, each opened once: an entry that goes into several files one after the other is put into words
 * once.
 */
export class Openings {
  readonly #dataset: Dataset;
  readonly #whole = new Map<Writer, Promise<Opened>>();
  readonly #direct = new Map<Writer, Promise<Opened>>();

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  whole(writer: Writer): Promise<Opened> {
    return known(this.#whole, writer, async () => remembering(await writer.open(this.#dataset)));
  }

  /** For a stream of any length, where the format has such a form. */
  direct(writer: Writer): Promise<Opened> {
    if (!writer.direct) return this.whole(writer);
    return known(this.#direct, writer, async () => remembering(await openedFor(writer, this.#dataset)));
  }
}

function known(
  all: Map<Writer, Promise<Opened>>,
  writer: Writer,
  open: () => Promise<Opened>,
): Promise<Opened> {
  const opened = all.get(writer) ?? open();
  all.set(writer, opened);
  return opened;
}

function remembering(opened: Opened): Opened {
  return { ...opened, one: rememberingLast(opened.one) };
}
