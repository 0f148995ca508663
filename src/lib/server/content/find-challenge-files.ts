/** Supplies the authors' files of the build's challenges, private part included, to teachers who adapt one. */
import type { Files } from '#sandbox/contract.ts';

export async function findChallengeFiles(id: string): Promise<Files | undefined> {
	const { default: folders } = await import('virtual:challenges/folders');
	return Object.hasOwn(folders, id) ? folders[id] : undefined;
}
