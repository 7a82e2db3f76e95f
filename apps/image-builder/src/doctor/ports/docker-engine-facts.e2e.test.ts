import { describe, expect, it } from '@jest/globals';
import { dockerEngineFacts } from './docker-engine-facts.ts';

describe('dockerEngineFacts', () => {
  it('asks the engine', async () => {
    const facts = await dockerEngineFacts('unix:///docker.sock')();
    expect(facts).toMatchObject({ isLocal: true, dataRoot: expect.stringMatching(/^\//) as unknown });
    expect(facts.version).toMatch(/^\d+\.\d+/);
    expect(facts.imageBytes).toBeGreaterThan(0);
  });

  it('says that no engine is there', async () => {
    const before = { ...process.env };
    process.env['DOCKER_HOST'] = 'unix:///nowhere/docker.sock';
    try {
      await expect(dockerEngineFacts('unix:///nowhere/docker.sock')()).rejects.toMatchObject({
        code: 'engine-unreachable',
      });
    } finally {
      process.env = before;
    }
  });
});
