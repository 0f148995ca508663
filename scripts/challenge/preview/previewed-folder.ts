/** Reads the previewed folder, again whenever one of its files has changed. */
import { basename, join } from 'node:path';
import { readChallenge, type PackedChallenge } from '#lib/server/content/pack.ts';
import { formatContentProblem } from '#lib/server/content/content-problem.ts';

export interface PreviewedFolderState {
	/** The packed challenge; absent when the folder has problems. */
	packed?: PackedChallenge;
	/** The problems, one line each: file, line and what to do. */
	problemLines: string[];
}

export class PreviewedFolder {
	readonly folder: string;
	/** The folder's name in the command's messages. */
	readonly shownName: string;
	#stateReading: Promise<PreviewedFolderState> | undefined;

	constructor(folder: string, name = basename(folder)) {
		this.folder = folder;
		this.shownName = name;
	}

	/**
	 * Reads the folder, or returns the last result until `forgetState` is called. Never rejects: a folder that no longer exists is
	 * reported as a problem.
	 */
	read(): Promise<PreviewedFolderState> {
		return (this.#stateReading ??= readFolderState(this.folder, this.shownName));
	}

	forgetState(): void {
		this.#stateReading = undefined;
	}
}

async function readFolderState(folder: string, name: string): Promise<PreviewedFolderState> {
	try {
		const { problems, packed } = await readChallenge(folder);
		const problemLines = problems.map((problem) =>
			formatContentProblem({ ...problem, file: join(name, problem.file) })
		);
		return problems.length === 0 && packed ? { packed, problemLines } : { problemLines };
	} catch (error) {
		return { problemLines: [`${name}: cannot be read: ${error instanceof Error ? error.message : String(error)}`] };
	}
}

/** Returns the address of the challenge's page, in the challenge's first language. */
export function previewPathOf({ packed }: PreviewedFolderState): string {
	if (packed === undefined) return '/';
	const { id, languages } = packed.challenge;
	const [language = 'fr'] = languages;
	return `/${language}/challenges/${id}`;
}
