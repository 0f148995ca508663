/** Two instances, for the checks and the program, connected by text only. */
import type { Host } from '../realm/host.ts';
import type { Owner } from './clock.ts';
import type { Images } from './engine/make.ts';
import { Instance, type InstanceOptions } from './instance.ts';

export type Pair = Record<Owner, Instance>;

export async function createPair(
	images: Images,
	options: InstanceOptions,
	host: (owner: Owner) => Host
): Promise<Pair> {
	const [checks, program] = await Promise.all([
		Instance.create(images.checks, options, host('checks')),
		Instance.create(images.program, options, host('program'))
	]);
	return { checks, program };
}
