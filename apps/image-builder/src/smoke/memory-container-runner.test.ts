import { containerRunnerContract } from './container-runner.contract.ts';
import { MemoryContainerRunner } from './memory-container-runner.ts';
import type { MemoryProgram } from './memory-container-runner.ts';

const image = `sha256:${'1'.repeat(64)}` as const;
const programs: Readonly<Record<string, MemoryProgram>> = {
  patient: { logs: ['started'], files: [{ path: 'etc', type: 'directory', mode: 0o755 }] },
  stubborn: { logs: ['started'], stopCode: 137 },
  failing: { exitCode: 3 },
};
const runner = new MemoryContainerRunner(({ image: asked, command }) =>
  asked === image ? programs[command?.[0] ?? ''] : undefined,
);
const request = (command: string) => ({ image, command: [command], environment: {}, memoryMegabytes: 16, keep: false });

containerRunnerContract(() => ({
  runner,
  patient: request('patient'),
  stubborn: request('stubborn'),
  failing: request('failing'),
}));
