import { Failure } from '../failure.ts';
import type { ImageScans, ScanKind, ScanStart, ScanState, ScannedImage } from './image-scans.ts';

/** Scans for tests: each image has states that follow each other as it is read, once a basic scan is started. */
export class MemoryImageScans implements ImageScans {
  readonly #kind: ScanKind;
  readonly #images = new Map<string, { states: ScanState[]; current: ScanState | undefined; started: boolean }>();
  /** Digests of images whose scan was started. */
  readonly started: string[] = [];
  /** What the next start is answered with. @default what ECR's limit of one scan a day makes of it */
  answer: ScanStart | undefined;

  constructor(kind: ScanKind = 'basic') {
    this.#kind = kind;
  }

  /** @param before what is there before a scan is started; undefined when it was never scanned */
  put(digest: string, states: readonly ScanState[], before?: ScanState): void {
    this.#images.set(digest, { states: [...states], current: before, started: this.#kind === 'enhanced' });
  }

  kind(): Promise<ScanKind> {
    return Promise.resolve(this.#kind);
  }

  start(image: ScannedImage): Promise<ScanStart> {
    const found = this.#images.get(image.digest);
    if (found === undefined) return Promise.reject(missing(image));
    if (this.answer !== undefined) return Promise.resolve(this.answer);
    if (found.started) return Promise.resolve('too-soon');
    found.started = true;
    this.started.push(image.digest);
    return Promise.resolve('started');
  }

  read(image: ScannedImage): Promise<ScanState | undefined> {
    const found = this.#images.get(image.digest);
    if (found === undefined) return Promise.reject(missing(image));
    if (found.started) found.current = found.states.shift() ?? found.current;
    return Promise.resolve(found.current);
  }
}

function missing({ repository, digest }: ScannedImage): Failure {
  return new Failure({
    code: 'image-missing',
    message: `'${repository}' holds no image '${digest}'`,
    fix: 'push it first',
  });
}
