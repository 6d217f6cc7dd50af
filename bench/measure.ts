import { type ChildProcess, fork } from 'node:child_process';
import type { Answer } from './child.ts';
import type { Task } from './contender.ts';

/** One measured run. */
export interface Sample {
  /** Seconds. */
  readonly cpu: number;
  readonly wall: number;
  /** Bytes of the largest resident set of the process. */
  readonly peak: number;
}

/** Something to be run, several times. */
export interface Trial {
  readonly contender: string;
  readonly task: Task;
}

/** Runs one trial in a new process; a reason when it cannot be run here. */
export async function once(child: URL, { contender, task }: Trial): Promise<Sample | string> {
  const process_ = fork(child, [contender, JSON.stringify(task)], {
    execArgv: ['--max-old-space-size=8192'],
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const { answer, complaint } = await ended(process_);
  if (!answer) return complaint.trim().split('\n').slice(0, 6).join(' | ') || 'it ended without an answer';
  return 'unavailable' in answer ? answer.unavailable : answer;
}

/** Runs all trials in turn, as many times as asked (A B C A B C …), so that a busy moment does not fall on one alone. */
export async function interleaved<T extends Trial>(
  child: URL,
  trials: readonly T[],
  { rounds, told }: { readonly rounds: number; readonly told: (words: string) => void },
): Promise<Map<T, Sample>> {
  const samples = new Map<T, Sample[]>(trials.map((trial) => [trial, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const trial of trials) {
      const sample = await once(child, trial);
      if (typeof sample === 'string') throw new Error(`${trial.contender}: ${sample}`);
      samples.get(trial)?.push(sample);
      told(
        `round ${round} of ${rounds}: ${trial.contender}, ${trial.task.records} records, ` +
          `${sample.cpu.toFixed(2)} s of CPU, ${sample.wall.toFixed(2)} s`,
      );
    }
  }
  return new Map([...samples].map(([trial, all]) => [trial, medians(all)]));
}

function medians(samples: readonly Sample[]): Sample {
  const of = (value: (sample: Sample) => number) => median(samples.map(value));
  return { cpu: of(({ cpu }) => cpu), wall: of(({ wall }) => wall), peak: of(({ peak }) => peak) };
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

function ended(child: ChildProcess): Promise<{ answer?: Answer | undefined; complaint: string }> {
  return new Promise((resolve, reject) => {
    let answer: Answer | undefined;
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      if (complaint.length < 10_000) complaint += chunk.toString();
    });
    child.on('message', (message) => {
      answer = message as Answer;
    });
    child.on('error', reject);
    child.on('close', () => resolve({ answer, complaint }));
  });
}
