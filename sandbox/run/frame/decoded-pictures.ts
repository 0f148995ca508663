import type { OwnFiles, StagePicture } from '../../contract.ts';
import { MAX_PICTURE_SIDE_PIXELS } from '../../protocol.ts';

const isPictureFile = ({ type }: Blob): boolean => type.startsWith('image/');

/** Decodes a picture. Resolves to null when it has not arrived in this browser, or when the browser cannot decode it. */
const decodePicture = (content: Blob): Promise<ImageBitmap | null> => createImageBitmap(content).catch(() => null);

export async function decodePictures(files: OwnFiles): Promise<ReadonlyMap<string, ImageBitmap | null>> {
	const pictures = Object.entries(files).filter(([, content]) => isPictureFile(content));
	return new Map(
		await Promise.all(pictures.map(async ([path, content]) => [path, await decodePicture(content)] as const))
	);
}

/** Returns the picture's pixels; null for a picture without pixels, or when the browser has no memory left for them. */
export function readPixels(picture: ImageBitmap, longestSide: number): StagePicture | null {
	const mostPixels = Math.min(longestSide, MAX_PICTURE_SIDE_PIXELS);
	const scale = Math.min(1, mostPixels / Math.max(picture.width, picture.height, 1));
	const width = Math.max(1, Math.floor(picture.width * scale));
	const height = Math.max(1, Math.floor(picture.height * scale));
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (context === null) return null;
	context.drawImage(picture, 0, 0, width, height);
	picture.close();
	return { width, height, pixels: context.getImageData(0, 0, width, height).data };
}

/**
 * Upper limit of pixels, of four bytes each, of all kept pictures together: six of the largest, or 24 of usual size.
 */
const MAX_KEPT_PIXELS = 16_000_000;

export class DecodedPictures {
	/** Pictures by hash, in the order of their last use. */
	readonly #pictureByHash = new Map<string, ImageBitmap>();

	/** Null stands for a picture that has not arrived in this browser, or that the browser cannot decode. */
	async decodePictures(
		fileByPath: OwnFiles,
		hashByPath: Readonly<Record<string, string>> = {}
	): Promise<ReadonlyMap<string, ImageBitmap | null>> {
		const pictures = Object.entries(fileByPath).filter(([, content]) => isPictureFile(content));
		return new Map(
			await Promise.all(
				pictures.map(async ([path, content]) => [path, await this.#findOrDecode(content, hashByPath[path])] as const)
			)
		);
	}

	async #findOrDecode(content: Blob, hash: string | undefined): Promise<ImageBitmap | null> {
		const picture = (hash === undefined ? undefined : this.#pictureByHash.get(hash)) ?? (await decodePicture(content));
		if (hash !== undefined && picture !== null) this.#keep(hash, picture);
		return picture;
	}

	/** Forgotten pictures are not closed, because a run that is about to begin may use them. */
	#keep(hash: string, picture: ImageBitmap): void {
		this.#pictureByHash.delete(hash);
		this.#pictureByHash.set(hash, picture);
		let pixelCount = [...this.#pictureByHash.values()].reduce((sum, { width, height }) => sum + width * height, 0);
		for (const [oldest, { width, height }] of this.#pictureByHash) {
			if (pixelCount <= MAX_KEPT_PIXELS) return;
			this.#pictureByHash.delete(oldest);
			pixelCount -= width * height;
		}
	}
}
