/** The two engines of an attempt, for checks and program, which exchange only text. */
import type { RealmHost } from '../realm/host.ts';
import type { RealmName } from '../plan.ts';
import type { RealmMemoryImages } from './engine/make.ts';
import { EngineInstance, type InstanceOptions } from './instance.ts';

export type RealmEngines = Record<RealmName, EngineInstance>;

export async function createRealmEngines(
	images: RealmMemoryImages,
	options: InstanceOptions,
	host: (owner: RealmName) => RealmHost
): Promise<RealmEngines> {
	const [checks, program] = await Promise.all([
		EngineInstance.create(images.checks, options, host('checks')),
		EngineInstance.create(images.program, options, host('program'))
	]);
	return { checks, program };
}
