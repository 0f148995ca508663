/** Compiles in Node: what authors wrote, and what tests need. Never reaches a browser. */
import type { Sources } from '../../index.ts';
import { once } from '../../once.ts';
import type { Compiled } from '../engine.ts';
import { engineParts } from './engine-parts.ts';
import { Lanes } from './lanes.ts';
import { workerParts } from './load-engine.ts';

/** One for a process: its worker is kept from one to the next. */
const lanes = once(async () => new Lanes(await workerParts(await engineParts())));

/** In a worker thread that is ended when it takes more memory or time than there is. */
export async function compileInNode(sources: Sources): Promise<Compiled> {
	const { compiled } = await (await lanes()).compile({ part: 'whole', sources, imported: [] });
	return compiled;
}
