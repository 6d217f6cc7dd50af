import { dirname, join } from 'node:path';
import { type Deposit, formatDeposits, isHeld } from '../base/deposits.ts';
import { nearest } from '../base/nearest.ts';
import { replaceFile } from '../base/replace-file.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import { type HalNotice, halNotices } from '../publish/index.ts';
import { type LabRun, runLab } from '../run.ts';
import { formatRegister } from '../stages.ts';
import { type Context, tell } from './context.ts';
import { type Step, say, stepOf, stepWords } from './deposit-step.ts';
import { type HalServer, halServer } from './hal-account.ts';
import { Sending } from './sending.ts';

export interface DepositCommand {
  /** Sends; otherwise it is only said what would be sent. */
  readonly isSent: boolean;
  /** `preprod`, `production`, or the address of an API of HAL. */
  readonly server?: string | undefined;
  /** A file with login and password. */
  readonly credentials: string | undefined;
  /** Sends what has changed since it was deposited as well. */
  readonly update: boolean;
  /** Takes the works named out of HAL. */
  readonly remove: boolean;
  /** Asks where deposits are. */
  readonly status: boolean;
  /** Sends although HAL seems to have it. */
  readonly isNew: boolean;
}

/** `moisson deposit`: the works of a lab, to HAL. Gives the exit code. */
export async function deposit(
  folder: string,
  works: readonly string[],
  command: DepositCommand,
  context: Context,
): Promise<number> {
  const run = await runLab(folder, context.now);
  const data = dirname(run.registerFile);
  const file = join(data, 'deposits.tsv');
  const server = halServer(command.server, run.lab.hal?.portal);
  const { deposits } = run;
  const notices = chosen(halNotices(run.lab, run.collection), works);
  const sending = () => {
    // Before anything is known outside by its IRI.
    replaceFile(run.registerFile, formatRegister(run.register));
    return new Sending({
      ...command,
      server,
      context,
      onBehalfOf: run.lab.hal?.onBehalfOf ?? [],
      deposits,
      save: saver(file),
    });
  };

  if (command.status) return sending().ask(new Set(notices.map(({ work }) => work.id)));
  if (command.remove) {
    if (works.length === 0) throw noWork();
    const those = deposits.filter(
      (each) => each.server === server.name && works.includes(each.work) && isHeld(each),
    );
    if (command.isSent) return sending().remove(those);
    for (const { work, id } of those)
      say(context, work, { fr: `serait retirée de HAL (${id})`, en: `would be taken out of HAL (${id})` });
    return exitCode.fine;
  }
  const steps = notices.map((notice) => stepOf(notice, deposits, { data, server, update: command.update }));
  if (!command.isSent) return shown(steps, server, run, context);
  return sending().send(steps);
}

const saver = (file: string) => (deposits: readonly Deposit[]) => replaceFile(file, formatDeposits(deposits));

function chosen(notices: readonly HalNotice[], works: readonly string[]): readonly HalNotice[] {
  if (works.length === 0) return notices;
  const ids = notices.map(({ work }) => work.id);
  for (const id of works) {
    if (ids.includes(id)) continue;
    const near = nearest(id, ids);
    throw new UserError({
      fr: `aucune œuvre « ${id} »${near ? ` ; vouliez-vous « ${near} » ?` : ''}`,
      en: `no work “${id}”${near ? `; did you mean “${near}”?` : ''}`,
    });
  }
  return notices.filter(({ work }) => works.includes(work.id));
}

/** Says what would be done. */
function shown(steps: readonly Step[], server: HalServer, { lab }: LabRun, context: Context): number {
  for (const step of steps) say(context, step.notice.work.id, ...stepWords(step, server));
  const count = (...kinds: readonly Step['kind'][]) =>
    steps.filter(({ kind }) => kinds.includes(kind)).length;
  const [ready, missing] = [count('new', 'update'), count('missing')];
  tell(context, {
    fr: `${ready} à envoyer, ${missing} incomplètes, ${steps.length - ready - missing} déjà dans HAL ; rien n’est envoyé sans --send`,
    en: `${ready} to send, ${missing} incomplete, ${steps.length - ready - missing} in HAL already; nothing is sent without --send`,
  });
  if (ready > 0 && lab.hal?.onBehalfOf.length)
    tell(context, {
      fr: `au nom de ${lab.hal.onBehalfOf.join(', ')}`,
      en: `on behalf of ${lab.hal.onBehalfOf.join(', ')}`,
    });
  return missing > 0 ? exitCode.findings : exitCode.fine;
}

function noWork(): UserError {
  return new UserError({
    fr: '--delete : nommer les œuvres à retirer, comme work/sorin-2023-motifs',
    en: '--delete: name the works to take out, such as work/sorin-2023-motifs',
  });
}
