import { describe, expect, it } from '@jest/globals';
import { dockerEngineSelf } from './docker-engine-self.ts';

describe('dockerEngineSelf', () => {
  it('asks the engine', async () => {
    const engine = dockerEngineSelf('unix:///docker.sock');
    const facts = await engine.facts();
    expect(facts).toMatchObject({ isLocal: true, dataRoot: expect.stringMatching(/^\//) as unknown });
    expect(facts.version).toMatch(/^\d+\.\d+/);
    expect((await engine.usage()).imageBytes).toBeGreaterThan(0);
  });

  it('says that no engine is there', async () => {
    const before = { ...process.env };
    process.env['DOCKER_HOST'] = 'unix:///nowhere/docker.sock';
    try {
      await expect(dockerEngineSelf('unix:///nowhere/docker.sock').facts()).rejects.toMatchObject({
        code: 'engine-unreachable',
      });
    } finally {
      process.env = before;
    }
  });
});
