/** Keeps decoded pictures by hash from run to run, because a student's own sketch runs at each edit. */
import type { OwnFiles } from '../../contract.ts';
import { decodePicture, isPictureFile } from '../worker/pictures.ts';

/**
 * Upper limit of pixels, of four bytes each, of all kept pictures together: six of the largest, or 24 of usual size.
 */
const MAX_KEPT_PIXELS = 16_000_000;

export class DecodedPictures {
	/** Pictures by hash, in the order of their last use. */
	readonly #pictureByHash = new Map<string, ImageBitmap>();

	/**
	 * Decodes a project's pictures. Resolves to null for a picture that has not arrived in this browser or that the browser cannot
	 * decode.
	 */
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

	/**
	 * Keeps a picture, and forgets others when there are too many. Forgotten pictures are not closed, because a run that is about
	 * to begin may use them.
	 */
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
