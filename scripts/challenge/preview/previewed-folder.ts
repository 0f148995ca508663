/** Reads the folder that is shown, again each time that one of its files has changed. */
import { basename, join } from 'node:path';
import { readChallenge, type PackedChallenge } from '#lib/server/content/pack.ts';
import { problemLine } from '#lib/server/content/problem.ts';

export interface FolderState {
	/** Absent where something is wrong. */
	packed?: PackedChallenge;
	/** What is wrong, one line each: file, line and what to do. */
	lines: string[];
}

export class PreviewedFolder {
	readonly folder: string;
	/** How the folder is called in what the command says. */
	readonly name: string;
	#reading: Promise<FolderState> | undefined;

	constructor(folder: string, name = basename(folder)) {
		this.folder = folder;
		this.name = name;
	}

	/** Reads the folder once until `forget`. Never rejects: a folder that is gone is something wrong, too. */
	read(): Promise<FolderState> {
		return (this.#reading ??= stateOf(this.folder, this.name));
	}

	forget(): void {
		this.#reading = undefined;
	}
}

async function stateOf(folder: string, name: string): Promise<FolderState> {
	try {
		const { problems, packed } = await readChallenge(folder);
		const lines = problems.map((problem) => problemLine({ ...problem, file: join(name, problem.file) }));
		return problems.length === 0 && packed ? { packed, lines } : { lines };
	} catch (error) {
		return { lines: [`${name}: cannot be read: ${error instanceof Error ? error.message : String(error)}`] };
	}
}

/** Returns the address of the challenge on its page, in its own language. */
export function pathOf({ packed }: FolderState): string {
	if (packed === undefined) return '/';
	const { id, languages } = packed.challenge;
	const [language = 'fr'] = languages;
	return `/${language}/challenges/${id}`;
}
