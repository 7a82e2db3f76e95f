import { imageEngineContract } from './image-engine.contract.ts';
import { MemoryImageEngine } from './memory-image-engine.ts';
import { MemoryImageRegistry } from '../registry/memory-image-registry.ts';

const uri = 'registry.test/shop/api';
const registry = new MemoryImageRegistry();
const engine = new MemoryImageEngine(new Map([[uri, registry]]));

imageEngineContract(() => ({ engine, uri, registry, credentials: { username: 'AWS', password: 'fake' } }));
