import { join } from 'node:path';
import { answersAt } from '../processes/answers-at.ts';
import type { Component } from '../processes/component.ts';

export interface MotoOptions {
  /** Folder of the virtual environment. */
  readonly folder: string;
  readonly port: number;
}

/** The emulated AWS: moto_server on the loopback interface, mended where AWS does otherwise. It keeps everything in memory. */
export function motoComponent({ folder, port }: MotoOptions): Component {
  const program = join(import.meta.dirname, 'start_moto.py');
  return {
    name: 'moto',
    command: join(folder, 'bin', 'python'),
    arguments: [program, '--host', '127.0.0.1', '--port', String(port)],
    // An account set for the whole server would win over the caller's.
    environment: {
      ...process.env,
      MOTO_ACCOUNT_ID: undefined,
      MOTO_PORT: undefined,
      PYTHONPATH: undefined,
      PYTHONDONTWRITEBYTECODE: undefined,
    },
    answers: () => answersAt({ host: '127.0.0.1', port }, '/moto-api/'),
    readyWithin: 60,
  };
}
