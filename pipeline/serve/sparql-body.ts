/** Answers on their way: how many bytes clients have not read yet. */
export interface Unread {
  bytes: number;
}

const slice = 65_536;

/**
 * An answer as a stream that counts in `unread` until it is read, or given up: a client that does not read for `stall`
 * milliseconds loses the rest, for the answer takes memory until then.
 */
export function counted(answer: Uint8Array, unread: Unread, stall: number): ReadableStream<Uint8Array> {
  let rest: Uint8Array | undefined = answer;
  let patience: NodeJS.Timeout | undefined;
  unread.bytes += answer.length;

  const end = () => {
    clearTimeout(patience);
    if (rest !== undefined) unread.bytes -= answer.length;
    rest = undefined;
  };

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        patience = setTimeout(() => {
          end();
          // Shorter than its Content-Length: the client sees that it has not all of it, should it read on.
          controller.close();
        }, stall);
        patience.unref();
      },
      pull(controller) {
        if (rest === undefined) return;
        controller.enqueue(rest.subarray(0, slice));
        rest = rest.subarray(slice);
        patience?.refresh();
        if (rest.length > 0) return;
        end();
        controller.close();
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}
