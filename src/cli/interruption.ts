import type { ExitCode } from "./context.ts";

const CODES = { SIGINT: 130, SIGTERM: 143 } as const satisfies Record<string, ExitCode>;

/** Until the answer is called, ctrl+c and SIGTERM call `stop` with the code with which the program is then to end, 130 or
 *  143. Whoever asks a second time is not made to wait. */
export function onInterruption(stop: (code: ExitCode) => void): () => void {
  let isStopping = false;
  const listeners = (["SIGINT", "SIGTERM"] as const).map((signal) => {
    const listener = (): void => {
      if (isStopping) process.exit(CODES[signal]);
      isStopping = true;
      stop(CODES[signal]);
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const remove of listeners) remove();
  };
}
