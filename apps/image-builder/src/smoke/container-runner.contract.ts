/* eslint max-lines-per-function: off -- a suite of tests, as in *.test.ts */
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Digest } from '@slipway/images';
import type { ContainerFile, ContainerId, ContainerRequest, ContainerRunner } from './container-runner.ts';

/** A runner, and requests for programs that behave as their names say. */
export interface RunnerSetting {
  readonly runner: ContainerRunner;
  /** Logs `started`, ends with 0 on SIGTERM. */
  readonly patient: ContainerRequest;
  /** Takes no notice of SIGTERM. */
  readonly stubborn: ContainerRequest;
  /** Ends at once with 3. */
  readonly failing: ContainerRequest;
}

/** What every runner of containers does; run against the fake and against a real engine. */
export function containerRunnerContract(setting: () => RunnerSetting): void {
  describe('a runner of containers', () => {
    let id: ContainerId = '';
    afterEach(async () => {
      await setting().runner.remove(id);
    });

    async function ended(): Promise<void> {
      const end = Date.now() + 20_000;
      while ((await setting().runner.state(id)).running && Date.now() < end) await setTimeout(50);
    }

    async function logged(): Promise<void> {
      const end = Date.now() + 20_000;
      while ((await setting().runner.logs(id)).length === 0 && Date.now() < end) await setTimeout(50);
    }

    it('shows what a container logs, who it is and what files it has', async () => {
      const { runner, patient } = setting();
      id = await runner.start(patient);
      await logged();
      expect(await runner.state(id)).toEqual({ running: true, exitCode: undefined, outOfMemory: false });
      expect(await runner.logs(id)).toEqual(['started']);
      const processes = await runner.processes(id);
      expect(processes.length).toBeGreaterThan(0);
      expect(processes.every(({ uid }) => uid >= 0 && Number.isInteger(uid))).toBe(true);
      const files: ContainerFile[] = [];
      for await (const file of runner.files(id)) files.push(file);
      expect(files.find(({ path }) => path === 'etc')).toMatchObject({ type: 'directory' });
    });

    it('stops a container that ends when asked', async () => {
      const { runner, patient } = setting();
      id = await runner.start(patient);
      await logged();
      await runner.stop(id, 20);
      expect(await runner.state(id)).toMatchObject({ running: false, exitCode: 0 });
      expect(await runner.processes(id)).toEqual([]);
      await runner.stop(id, 20);
    });

    it('kills a container that does not', async () => {
      const { runner, stubborn } = setting();
      id = await runner.start(stubborn);
      await logged();
      await runner.stop(id, 1);
      expect(await runner.state(id)).toMatchObject({ running: false, exitCode: 137 });
    });

    it('tells with which code a container ended', async () => {
      const { runner, failing } = setting();
      id = await runner.start(failing);
      await ended();
      expect(await runner.state(id)).toEqual({ running: false, exitCode: 3, outOfMemory: false });
    });

    it('removes a container that runs, as often as asked', async () => {
      const { runner, patient } = setting();
      id = await runner.start(patient);
      await runner.remove(id);
      await runner.remove(id);
      await expect(runner.state(id)).rejects.toMatchObject({ code: 'engine-failed' });
    });

    it('says that there is no such image', async () => {
      const { runner, patient } = setting();
      const image: Digest = `sha256:${'0'.repeat(64)}`;
      await expect(runner.start({ ...patient, image })).rejects.toMatchObject({ code: 'image-missing' });
    });

    it('finds a port', async () => {
      expect(await setting().runner.freePort()).toBeGreaterThan(1023);
    });
  });
}
