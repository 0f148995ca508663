/** Two instances, for the checks and the program, connected by text only. */
import type { Host } from '../realm/host.ts';
import type { Side } from '../plan.ts';
import type { Images } from './engine/make.ts';
import { Instance, type InstanceOptions } from './instance.ts';

export type Pair = Record<Side, Instance>;

export async function createPair(images: Images, options: InstanceOptions, host: (owner: Side) => Host): Promise<Pair> {
	const [checks, program] = await Promise.all([
		Instance.create(images.checks, options, host('checks')),
		Instance.create(images.program, options, host('program'))
	]);
	return { checks, program };
}
