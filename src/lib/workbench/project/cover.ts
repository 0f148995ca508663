/** Keeps a small picture of a program that plays, for the list of projects. */
import { readCovers, saveCover, type Cover } from '#lib/storage/covers.ts';
import { accountOfPage } from '#lib/storage/person.ts';
import { encodeStagePicture } from '../stage/picture-file.ts';
import type { ProjectSession } from './project-session.svelte.ts';

/** Milliseconds that a program plays before its picture is taken, because many begin with an empty sheet. */
export const COVER_DELAY_MS = 2000;
/** Longest side of the cover in pixels. */
const LONGEST_COVER_SIDE_PIXELS = 480;

export async function storeProjectCover({ program, savedWork }: ProjectSession): Promise<void> {
	const workId = savedWork?.workId ?? null;
	// A new project without a change is not saved, so it needs no cover.
	const cover = workId === null ? null : await captureCover(program);
	if (workId === null || cover === null) return;
	const account = accountOfPage();
	// If the program describes nothing, keep the description that the project's maker wrote.
	const description = cover.description || (await readCovers(account)).get(workId)?.description;
	await saveCover(account, workId, { ...cover, description: description ?? '' });
}

/** Takes a picture of what the program shows now; null when it shows nothing, and for a page without a canvas. */
export async function captureCover(program: ProjectSession['program']): Promise<Cover | null> {
	const stagePicture = await program?.captureStagePicture(LONGEST_COVER_SIDE_PIXELS);
	const encodedPicture = stagePicture ? await encodeStagePicture(stagePicture, 'image/webp') : null;
	return program && encodedPicture && { picture: encodedPicture, description: program.description.join(' ') };
}
