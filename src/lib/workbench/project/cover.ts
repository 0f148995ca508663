/** Keeps a small picture of a sketch that plays, for the list of projects. */
import { saveCover } from '#lib/storage/covers.ts';
import { accountOfPage } from '#lib/storage/person.ts';
import { pictureFile } from '../stage/picture-file.ts';
import type { ProjectSession } from './project-session.svelte.ts';

/** Milliseconds that a sketch plays before its picture is taken, because many sketches begin with an empty sheet. */
export const COVER_DELAY_MS = 2000;
/** Longest side of the cover in pixels. */
const LONGEST_SIDE = 480;

export async function storeProjectCover({ program, savedWork }: ProjectSession): Promise<void> {
	const work = savedWork?.work ?? null;
	// A new project without a change is not saved, so it needs no cover.
	if (!program || work === null) return;
	const stagePicture = await program.takePicture(LONGEST_SIDE);
	const picture = stagePicture && (await pictureFile(stagePicture, 'image/webp'));
	const description = program.description.join(' ');
	if (picture) await saveCover(accountOfPage(), work, { picture, description });
}
