export { startEcrStub } from './ecr-stub.ts';
export type { EcrStub, StubAnswer } from './ecr-stub.ts';
export { ImagePusher } from './image-pusher.ts';
export type { PushedImage } from './image-pusher.ts';
export { ROOT, cloudVariables, run } from './local-cloud.ts';
export type { Finished, Variables } from './local-cloud.ts';
export { MemoryRegistry } from './memory-registry.ts';
export type { MemoryRepository } from './memory-registry.ts';
export { ACCOUNT, OTHER_ACCOUNT, api, testEnvironment, tools } from './test-environment.ts';
