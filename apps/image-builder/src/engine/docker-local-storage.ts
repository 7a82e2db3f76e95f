import { parseDigest } from '@slipway/images';
import Docker from 'dockerode';
import { z } from 'zod';
import { askEngine, statusOf } from './ask-engine.ts';
import type { LocalStorage, StoredImage } from './local-storage.ts';

const NOT_FOUND = 404;
const CONFLICT = 409;
/** Docker's way to say that an image has no name. */
const NO_NAME = '<none>:<none>';
const prunedSchema = z.object({ SpaceReclaimed: z.number().default(0) });

/** The disk of a Docker engine: that of `engineEndpoint`, or else the one at DOCKER_HOST, or at its usual socket. */
export class DockerLocalStorage implements LocalStorage {
  readonly #docker: Docker;
  readonly #address: string;

  constructor(address: string, options: Docker.DockerOptions = {}) {
    this.#docker = new Docker(options);
    this.#address = address;
  }

  list(label: string): Promise<StoredImage[]> {
    return this.#ask(async () =>
      (await this.#docker.listImages({ filters: { label: [label] } })).map((image) => ({
        id: parseDigest(image.Id),
        names: namesOf(image),
        labels: image.Labels,
        bytes: image.Size,
        createdAt: new Date(image.Created * 1000),
      })),
    );
  }

  remove({ id, names }: Pick<StoredImage, 'id' | 'names'>): Promise<boolean> {
    return this.#ask(async () => {
      // Without force: what a container uses stays.
      for (const name of names.length === 0 ? [id] : names)
        if ((await answerOf(this.#docker.getImage(name).remove())) === CONFLICT) return false;
      return true;
    });
  }

  /** Not by dockerode's own `pruneBuilder`: it leaves the filters out and would remove all of the cache. */
  pruneCache(unusedForDays: number): Promise<number> {
    const filters = JSON.stringify({ until: [`${unusedForDays * 24}h`] });
    const request = { path: '/build/prune?', method: 'POST', options: { filters }, statusCodes: { 200: true } };
    return this.#ask(async () => prunedSchema.parse(await dial(this.#docker.modem as Modem, request)).SpaceReclaimed);
  }

  #ask<T>(work: () => Promise<T>): Promise<T> {
    return askEngine(this.#address, work);
  }
}

interface Modem {
  dial(request: object, callback: (error: Error | null, body: unknown) => void): void;
}

function dial(modem: Modem, request: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    modem.dial(request, (error, body) => {
      if (error === null) resolve(body);
      else reject(error);
    });
  });
}

/** 0 for what went well, 404 and 409 for what these say. */
async function answerOf(removal: Promise<unknown>): Promise<number> {
  try {
    await removal;
    return 0;
  } catch (error) {
    const status = statusOf(error);
    if (status === NOT_FOUND || status === CONFLICT) return status;
    throw error;
  }
}

function namesOf({ RepoTags }: { readonly RepoTags?: readonly string[] | null | undefined }): string[] {
  return (RepoTags ?? []).filter((name) => name !== NO_NAME).sort();
}
