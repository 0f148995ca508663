import { CHALLENGE_PICTURE_THEMES, challengePicturePath } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { readPictureHeader } from '#lib/domain/own-file/picture-header.ts';
import type { Cover } from '#lib/storage/covers.ts';
import type { PortfolioEntry } from './entry.ts';

/** A picture in a portfolio's file. The addresses begin with `data:`. */
export interface PortfolioFilePicture {
	address: string;
	darkAddress?: string;
	width: number;
	height: number;
	description: string;
}

/**
 * Returns a function that resolves to the picture of an entry; null when there is none or when it cannot be read. Pictures are
 * cached by work, because each change of the portfolio needs them again.
 */
export function createPictureReader(
	language: Language
): (entry: Pick<PortfolioEntry, 'workId' | 'picture'>) => Promise<PortfolioFilePicture | null> {
	const knownPictures = new Map<
		string,
		{ cover: Cover | null; picturePromise: Promise<PortfolioFilePicture | null> }
	>();
	return ({ workId, picture: entryPicture }) => {
		const cover = entryPicture?.kind === 'cover' ? entryPicture.cover : null;
		const knownPicture = knownPictures.get(workId);
		if (knownPicture && knownPicture.cover === cover) return knownPicture.picturePromise;
		const picturePromise = loadPicture(entryPicture, language);
		knownPictures.set(workId, { cover, picturePromise });
		return picturePromise;
	};
}

async function loadPicture(
	entryPicture: PortfolioEntry['picture'],
	language: Language
): Promise<PortfolioFilePicture | null> {
	if (entryPicture === null) return null;
	if (entryPicture.kind === 'cover') {
		const picture = await readPicture(entryPicture.cover.picture);
		return picture && { ...picture, description: entryPicture.cover.description };
	}
	const [light, dark] = await Promise.all(
		CHALLENGE_PICTURE_THEMES.map((theme) =>
			fetchChallengePicture(challengePicturePath(entryPicture.id, language, theme))
		)
	);
	if (!light) return null;
	return { ...light, ...(dark && { darkAddress: dark.address }), description: '' };
}

async function fetchChallengePicture(file: string) {
	const response = await fetch(`/pictures/${file}`).catch(() => undefined);
	return response?.ok ? readPicture(await response.blob()) : null;
}

/** Detects the picture's type from its bytes, because a stored picture may have any content. */
async function readPicture(blob: Blob): Promise<Pick<PortfolioFilePicture, 'address' | 'width' | 'height'> | null> {
	const bytes = new Uint8Array(await blob.arrayBuffer());
	const header = readPictureHeader(bytes);
	if (header === undefined) return null;
	const { type, width, height } = header;
	return { address: `data:${type};base64,${toBase64(bytes)}`, width, height };
}
