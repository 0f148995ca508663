/** Keeps results in files, each named by the hash of everything that its result depends on. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ResultCache } from '#sandbox/result-cache.ts';

/** When all results together exceed `before` bytes, those unused for longest are removed until `after` bytes are left. */
const CACHE_BYTE_LIMITS = { before: 120_000_000, after: 80_000_000 };

export class StoredResults implements ResultCache {
	readonly #folder: string;
	readonly #engine: string;

	/** `engine` is a hash of everything that results depend on besides their input. */
	constructor(folder: string, engine: string) {
		this.#folder = folder;
		this.#engine = engine;
	}

	/** Returns a kept result; undefined when it is absent, cut short or changed. */
	read(what: string, input: unknown): unknown {
		const file = this.#fileOf(what, input);
		try {
			const text = readFileSync(file, 'utf8');
			const digest = text.slice(0, HASH_CHARACTER_COUNT);
			const resultText = text.slice(HASH_CHARACTER_COUNT);
			if (digest !== hashText(resultText)) return undefined;
			const now = new Date();
			utimesSync(file, now, now);
			return JSON.parse(resultText) as unknown;
		} catch {
			return undefined;
		}
	}

	/**
	 * Writes a result to another file and then renames that file, so that nobody reads half a result. Does nothing when no file can
	 * be written.
	 */
	write(what: string, input: unknown, result: unknown): void {
		const file = this.#fileOf(what, input);
		const temporaryFile = `${file}.${randomUUID()}`;
		try {
			const resultText = JSON.stringify(result);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(temporaryFile, hashText(resultText) + resultText);
			renameSync(temporaryFile, file);
		} catch {
			rmSync(temporaryFile, { force: true });
		}
	}

	/** Removes the results that were unused for longest, if there are too many. */
	removeUnusedResults({ before, after } = CACHE_BYTE_LIMITS): void {
		const resultFiles = this.#listResultFiles();
		let totalBytes = resultFiles.reduce((sum, { size }) => sum + size, 0);
		if (totalBytes <= before) return;
		for (const { file, size } of resultFiles.sort((one, other) => one.used - other.used)) {
			if (totalBytes <= after) return;
			rmSync(file, { force: true });
			totalBytes -= size;
		}
	}

	#listResultFiles(): { file: string; size: number; used: number }[] {
		try {
			return readdirSync(this.#folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
				const file = join(this.#folder, path);
				const fileStatus = statSync(file, { throwIfNoEntry: false });
				return fileStatus?.isFile() ? [{ file, size: fileStatus.size, used: fileStatus.mtimeMs }] : [];
			});
		} catch {
			return [];
		}
	}

	#fileOf(what: string, input: unknown): string {
		const key = hashText(JSON.stringify([this.#engine, what, input]));
		return join(this.#folder, key.slice(0, 2), key);
	}
}

const HASH_CHARACTER_COUNT = 64;

function hashText(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
