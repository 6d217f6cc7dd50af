import { newClock, type Spent } from './clock.ts';
import type { Task } from './contender.ts';
import { Unavailable } from './contender.ts';
import { contenders } from './contenders/index.ts';

// One run of one contender: `child.js <name> <task as JSON>`; the answer goes to the parent as a message.

/** What a run cost, or why there is none. */
export type Answer = (Spent & { readonly peak: number }) | { readonly unavailable: string };

const [, , name, task] = process.argv;
process.send?.(await answer());
process.disconnect?.();

async function answer(): Promise<Answer> {
  const contender = contenders.find((each) => each.name === name);
  if (!contender || !task) throw new Error(`no contender named ${name}`);
  try {
    const job = await contender.load();
    const clock = newClock();
    await job(JSON.parse(task) as Task, clock);
    return { ...clock.read(), peak: process.resourceUsage().maxRSS * 1024 };
  } catch (error) {
    if (error instanceof Unavailable) return { unavailable: error.message };
    throw error;
  }
}
