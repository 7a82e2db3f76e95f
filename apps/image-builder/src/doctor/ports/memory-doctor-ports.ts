import { MemoryRegistryLogins } from '../../login/memory-registry-logins.ts';
import type { DoctorPorts } from './doctor-ports.ts';

/** A machine in good health, for tests. Its time is that of `testWorld`. */
export function memoryDoctorPorts(): DoctorPorts {
  return {
    machine: {
      nodeVersion: '22.23.3',
      variable: () => undefined,
      readFile: () => Promise.resolve(undefined),
      freeBytes: () => Promise.resolve(50e9),
    },
    engine: {
      facts: () => Promise.resolve({ version: '24.0.7', dataRoot: '/docker', isLocal: true }),
      usage: () => Promise.resolve({ imageBytes: 2e9, cacheBytes: 1e9 }),
    },
    openAws: () => ({
      whoami: () => Promise.resolve('arn:aws:sts::111111111111:assumed-role/ci/me'),
      logIn: (region) => new MemoryRegistryLogins().logIn(region),
      repositoryPolicy: () => Promise.resolve({ text: undefined }),
      credentialsEnd: () => Promise.resolve('2026-03-02T08:00:00.000Z'),
      timeOf: () => Promise.resolve(new Date('2026-03-02T00:00:01Z')),
      bucket: () => Promise.resolve('readable'),
    }),
    dockerLogins: () => Promise.resolve(undefined),
  };
}
