/** The two engines of an attempt, for checks and program, which exchange only text. */
import type { RealmHost } from '../realm/host.ts';
import type { RealmName } from '../task-messages.ts';
import type { RealmMemoryImages } from './engine/make-memory-images.ts';
import { EngineInstance, type EngineInstanceOptions } from './engine-instance.ts';

export type RealmEngines = Record<RealmName, EngineInstance>;

export async function createRealmEngines(
	memoryImages: RealmMemoryImages,
	options: EngineInstanceOptions,
	createRealmHost: (owner: RealmName) => RealmHost
): Promise<RealmEngines> {
	const [checks, program] = await Promise.all([
		EngineInstance.create(memoryImages.checks, options, createRealmHost('checks')),
		EngineInstance.create(memoryImages.program, options, createRealmHost('program'))
	]);
	return { checks, program };
}
