import { describe, expect, it } from '@jest/globals';
import type { RepositoryDirectory } from './repository-directory.ts';

/** A directory that knows one repository. */
export interface DirectorySetting {
  readonly directory: RepositoryDirectory;
  readonly region: string;
  readonly name: string;
}

/** What every directory of repositories does; run against the fake and against ECR's API. */
export function repositoryDirectoryContract(setting: () => DirectorySetting): void {
  describe('a directory of repositories', () => {
    it('says where a repository is, and who may log in', async () => {
      const { directory, region, name } = setting();
      const place = await directory.locate(region, name);
      expect(place).toMatchObject({ region, account: expect.stringMatching(/^\d{12}$/) as unknown });
      expect(place.uri).toMatch(new RegExp(`^[^/@]+/.*${name}$`));
      expect(['http:', 'https:']).toContain(place.scheme);
      // the user name of ECR's tokens is always AWS (ECR user guide, registry authentication)
      expect(place.credentials).toEqual({ username: 'AWS', password: expect.stringMatching(/./) as unknown });
    });

    it('says that there is none of a name', async () => {
      const { directory, region } = setting();
      await expect(directory.locate(region, 'none')).rejects.toMatchObject({
        code: 'repository-missing',
        message: expect.stringContaining("'none'") as unknown,
      });
    });
  });
}
