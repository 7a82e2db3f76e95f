import type { Machine } from '../run-steps.ts';
import type { Step } from '../step.ts';

/** A machine on which commands end as told: by default all pass, and each takes a second. */
export function fakeMachine(exitCodes: Readonly<Record<string, number>> = {}, interruptedAfter = Infinity) {
  const ran: string[] = [];
  const needed: Step['cloud'][] = [];
  const said: string[] = [];
  const machine: Machine = {
    cloud: (need) => {
      needed.push(need);
      return Promise.resolve(need === undefined ? {} : { CLOUD: need });
    },
    run: (command) => {
      const line = command.join(' ');
      ran.push(line);
      return Promise.resolve(exitCodes[line] ?? 0);
    },
    say: (line) => {
      said.push(line);
    },
    clock: () => ran.length * 1000,
    isInterrupted: () => ran.length >= interruptedAfter,
  };
  return { machine, ran, needed, said };
}
