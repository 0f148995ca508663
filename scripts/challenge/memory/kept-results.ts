/** Keeps results in files, each named by the hash of everything that it depends on. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WorkMemory } from '#sandbox/remembered.ts';

/** Bytes of all results; beyond it the longest unused go, down to the second. */
const MOST_BYTES = { before: 120_000_000, after: 80_000_000 };

export class KeptResults implements WorkMemory {
	readonly #folder: string;
	readonly #engine: string;

	/** `engine` names all that the results depend on beside their own input. */
	constructor(folder: string, engine: string) {
		this.#folder = folder;
		this.#engine = engine;
	}

	/** Returns undefined for what is absent, cut short or changed. */
	read(what: string, input: unknown): unknown {
		const file = this.#fileOf(what, input);
		try {
			const text = readFileSync(file, 'utf8');
			const digest = text.slice(0, DIGEST_CHARACTERS);
			const body = text.slice(DIGEST_CHARACTERS);
			if (digest !== digestOf(body)) return undefined;
			const now = new Date();
			utimesSync(file, now, now);
			return JSON.parse(body) as unknown;
		} catch {
			return undefined;
		}
	}

	/** Writes beside the place and moves it there, so that no reader meets half a result. Keeps nothing where nothing can be written. */
	write(what: string, input: unknown, result: unknown): void {
		const file = this.#fileOf(what, input);
		const beside = `${file}.${randomUUID()}`;
		try {
			const body = JSON.stringify(result);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(beside, digestOf(body) + body);
			renameSync(beside, file);
		} catch {
			rmSync(beside, { force: true });
		}
	}

	/** Removes the results that were not used for longest, where there are too many. */
	trim({ before, after } = MOST_BYTES): void {
		const found = this.#list();
		let bytes = found.reduce((sum, { size }) => sum + size, 0);
		if (bytes <= before) return;
		for (const { file, size } of found.sort((one, other) => one.used - other.used)) {
			if (bytes <= after) return;
			rmSync(file, { force: true });
			bytes -= size;
		}
	}

	#list(): { file: string; size: number; used: number }[] {
		try {
			return readdirSync(this.#folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
				const file = join(this.#folder, path);
				const found = statSync(file, { throwIfNoEntry: false });
				return found?.isFile() ? [{ file, size: found.size, used: found.mtimeMs }] : [];
			});
		} catch {
			return [];
		}
	}

	#fileOf(what: string, input: unknown): string {
		const key = digestOf(JSON.stringify([this.#engine, what, input]));
		return join(this.#folder, key.slice(0, 2), key);
	}
}

const DIGEST_CHARACTERS = 64;

function digestOf(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
