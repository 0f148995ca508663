/** Keeps decoded pictures from run to run, each by the hash of its bytes: a sketch of one's own runs at each edit. */
import type { OwnFiles } from '../../contract.ts';
import { decodePicture, isPicture } from '../worker/pictures.ts';

/** Pixels of all that are kept, of four bytes each: six of the largest, or all 24 of a usual project. */
const MOST_PIXELS = 16_000_000;

export class DecodedPictures {
	/** The one used last stands last. */
	readonly #kept = new Map<string, ImageBitmap>();

	/** Resolves to null for what has not arrived, and for what the browser cannot decode. */
	async decode(
		files: OwnFiles,
		hashes: Readonly<Record<string, string>> = {}
	): Promise<ReadonlyMap<string, ImageBitmap | null>> {
		const pictures = Object.entries(files).filter(([, content]) => isPicture(content));
		return new Map(
			await Promise.all(
				pictures.map(async ([path, content]) => [path, await this.#find(content, hashes[path])] as const)
			)
		);
	}

	async #find(content: Blob, hash: string | undefined): Promise<ImageBitmap | null> {
		const picture = (hash === undefined ? undefined : this.#kept.get(hash)) ?? (await decodePicture(content));
		if (hash !== undefined && picture !== null) this.#keep(hash, picture);
		return picture;
	}

	/** Those that are let go are not closed: a run that is about to begin may have them. */
	#keep(hash: string, picture: ImageBitmap): void {
		this.#kept.delete(hash);
		this.#kept.set(hash, picture);
		let pixels = [...this.#kept.values()].reduce((sum, { width, height }) => sum + width * height, 0);
		for (const [oldest, { width, height }] of this.#kept) {
			if (pixels <= MOST_PIXELS) return;
			this.#kept.delete(oldest);
			pixels -= width * height;
		}
	}
}
