/** Compiles authors' challenges and test programs in Node; never part of a browser bundle. */
import type { Sources } from '../../contract.ts';
import { once } from '../../once.ts';
import type { Compiled } from '../engine.ts';
import { engineParts } from './engine-parts.ts';
import { Lanes } from './lanes.ts';
import { workerParts } from './load-engine.ts';

/** Shared by the process, so that calls reuse its worker. */
const lanes = once(async () => new Lanes(await workerParts(await engineParts())));

/** Compiles in a worker thread with limits on memory and time. */
export async function compileInNode(sources: Sources): Promise<Compiled> {
	const { compiled } = await (await lanes()).compile({ part: 'whole', sources, imported: [] });
	return compiled;
}
