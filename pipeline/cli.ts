import { Command, CommanderError, Option } from 'commander';
import { exitCode, UserError } from './base/user-error.ts';
import type { Words } from './base/words.ts';
import { bug, type Context, complain, languageOf, nowOf, version } from './commands/context.ts';
import { type CommandLine, commands } from './commands/index.ts';
import { headingWords, usageWords } from './commands/usage-words.ts';

/** What a run has of the world outside; tests give their own. */
export interface World {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: () => Date;
  /** Calls back on Ctrl-C and SIGTERM; gives what ends that. */
  readonly onInterrupt?: ((stop: () => void) => () => void) | undefined;
}

/** Runs a command line and gives its exit code (design.md section 3). `argv`: the words after the program's name. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  const { out, err, environment, clock, onInterrupt = () => () => {} } = world;
  const asked = argv[argv.indexOf('--lang') + 1];
  const language =
    argv.includes('--lang') && (asked === 'fr' || asked === 'en') ? asked : languageOf(environment);
  const time = () => nowOf(environment, clock);
  const context: Context = { language, out, err, now: time(), time, environment, onInterrupt };
  let code: number = exitCode.fine;
  try {
    const program = programOf(context, (given) => {
      code = given;
    });
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return trouble(error, context);
  }
}

function trouble(error: unknown, context: Context): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.usage;
  if (error instanceof UserError) {
    complain(context, error.words);
    return error.exit;
  }
  // Who reads us, such as head, has had what it wanted and closed the pipe.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return exitCode.fine;
  complain(context, bug);
  context.err.write(`${told(error)}\n`);
  return exitCode.bug;
}

const help: Words = { fr: 'montre cette aide', en: 'display this help' };

function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\n  ← ${told(error.cause)}`;
}

function programOf(context: Context, done: (code: number) => void): Command {
  const say = (words: Words) => words[context.language];
  const program = new Command('moisson')
    .description(
      say({
        fr: 'La liste de publications d’un labo, en données liées.',
        en: 'A lab’s publication list, as linked data.',
      }),
    )
    .addOption(languageOption(context))
    .version(version(), '--version')
    .exitOverride()
    .helpOption('-h, --help', say(help))
    .helpCommand('help [command]', say(help))
    .configureHelp({ styleTitle: (title) => say(headingWords(title)) })
    .configureOutput({
      writeOut: (text) => context.out.write(text),
      writeErr: (text) => context.err.write(text),
      outputError: (text) => complain(context, usageWords(text)),
    });
  for (const line of commands) addCommand(program, line, context, done);
  return program;
}

function addCommand(
  program: Command,
  line: CommandLine,
  context: Context,
  done: (code: number) => void,
): void {
  const say = (words: Words) => words[context.language];
  const command = program
    .command(line.usage)
    .description(say(line.words))
    .helpOption('-h, --help', say(help))
    .addOption(languageOption(context))
    .addHelpText('after', `\n${say({ fr: 'Exemple :', en: 'Example:' })}\n  ${line.example}`);
  for (const { flags, words, choices, standard } of line.options) {
    const option = new Option(flags, say(words));
    if (choices) option.choices([...choices]);
    if (standard !== undefined) option.default(standard);
    command.addOption(option);
  }
  command.action(async (...given: readonly unknown[]) => {
    const paths = given
      .slice(0, -2)
      .flat()
      .filter((path) => typeof path === 'string');
    const options = command.opts<Readonly<Record<string, string | boolean | undefined>>>();
    done(await line.run(paths, options, context));
  });
}

function languageOption({ language }: Context): Option {
  return new Option(
    '--lang <lang>',
    { fr: 'langue des messages', en: 'language of the messages' }[language],
  ).choices(['fr', 'en']);
}
