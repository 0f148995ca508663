/** Adds the kit `braise/scene` to the sources of a program that imports it. */
import type { Sources } from '../contract.ts';
import { KIT_FILE_PATH, KIT_MODULE } from './modules.ts';

/**
 * Returns whether the present kit must be added: true for a program without a scene that mentions the kit. A challenge brings the
 * kit that it was packed with.
 */
export function lacksKit({ files, scene, page }: Sources): boolean {
	if (scene !== undefined || page !== undefined || Object.hasOwn(files, KIT_FILE_PATH)) return false;
	return Object.values(files).some((text) => text.includes(KIT_MODULE));
}

export async function addKit(sources: Sources): Promise<Sources> {
	const { default: kit } = await import('virtual:sandbox-kit');
	return { ...sources, files: { ...sources.files, [KIT_FILE_PATH]: kit } };
}
