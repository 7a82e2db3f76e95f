/** `npm stop`. */
import { stopRoad } from './stop-road.ts';

process.exitCode = await stopRoad();
