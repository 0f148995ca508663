import { readCovers, saveCover, type Cover } from '#lib/storage/covers.ts';
import { accountOfPage } from '#lib/storage/person.ts';
import type { WorkSession } from './work-session.svelte.ts';
import type { StagePicture } from '#sandbox/contract.ts';

/** Encodes a picture as a file; resolves to null where the browser cannot encode this type. */
export function encodeStagePicture(
	{ width, height, pixels }: StagePicture,
	type: 'image/png' | 'image/webp'
): Promise<Blob | null> {
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
	return new Promise((resolve) => canvas.toBlob(resolve, type, 0.85));
}

/** Milliseconds that a program plays before its picture is taken, because many begin with an empty sheet. */
const COVER_DELAY_MS = 2000;
const LONGEST_COVER_SIDE_PIXELS = 480;

/**
 * Stores a cover of each program that plays for a while, as long as the component that calls this is on the page. An edit alone
 * gives none, because the previous program still plays.
 */
export function storeCoversWhilePlaying(currentSession: () => WorkSession): void {
	$effect(() => {
		const session = currentSession();
		const { program } = session;
		const playsNewest = program?.playState === 'running' && program.isDrawn && program.pictureState === 'newest';
		if (!program?.drawnProgramCount || !playsNewest) return;
		const coverTimer = setTimeout(() => void storeCover(session), COVER_DELAY_MS);
		return () => clearTimeout(coverTimer);
	});
}

async function storeCover({ program, savedWork }: WorkSession): Promise<void> {
	const workId = savedWork?.workId ?? null;
	// A new work without a change is not saved, so it needs no cover.
	const cover = workId === null ? null : await captureCover(program);
	if (workId === null || cover === null) return;
	const account = accountOfPage();
	const description = cover.description || (await readCovers(account)).get(workId)?.description;
	await saveCover(account, workId, { ...cover, description: description ?? '' });
}

/** Takes a picture of what the program shows now; null when it shows nothing, and for a page without a canvas. */
export async function captureCover(program: WorkSession['program']): Promise<Cover | null> {
	const stagePicture = await program?.captureStagePicture(LONGEST_COVER_SIDE_PIXELS);
	const encodedPicture = stagePicture ? await encodeStagePicture(stagePicture, 'image/webp') : null;
	return program && encodedPicture && { picture: encodedPicture, description: program.description.join(' ') };
}
