/** Parses the command line of `npm run challenge`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export class ArgumentError extends Error {}

export type Arguments =
	/** Without `folder`: creates it in the repository's challenges. */
	| { command: 'new'; slug: string; folder: string | undefined }
	/** Without folders: checks all of the repository's challenges. */
	| { command: 'check'; folders: string[]; asJson: boolean; isFull: boolean };

const USAGE = 'npm run challenge -- new <slug> [--folder <where>] | check [folder…] [--full] [--json]';

/** Parses the arguments; `from` is the caller's working directory. */
export function readArguments(list: string[], from: string): Arguments {
	const { values, positionals } = parseList(list);
	const [command, ...rest] = positionals;
	if (command === 'check') {
		if (values.folder !== undefined) throw new ArgumentError(`--folder belongs to new; ${USAGE}`);
		const folders = rest.map((folder) => resolve(from, folder));
		return { command, folders, asJson: values.json ?? false, isFull: values.full ?? false };
	}
	if (command !== 'new') throw new ArgumentError(USAGE);
	const [slug, ...more] = rest;
	if (slug === undefined || more.length > 0 || (values.json ?? values.full) !== undefined)
		throw new ArgumentError(USAGE);
	return { command, slug, folder: values.folder === undefined ? undefined : resolve(from, values.folder) };
}

function parseList(list: string[]) {
	try {
		return parseArgs({
			args: list,
			options: { folder: { type: 'string' }, full: { type: 'boolean' }, json: { type: 'boolean' } },
			allowPositionals: true,
			strict: true
		});
	} catch (error) {
		throw new ArgumentError(`${error instanceof Error ? error.message : String(error)}; ${USAGE}`);
	}
}
