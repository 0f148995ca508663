import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export class ArgumentError extends Error {}

export type ChallengeArguments =
	| {
			command: 'new';
			answers: { id?: string | undefined } & Partial<Record<NewCommandOption, string | undefined>>;
			folder: string | undefined;
	  }
	/** Without folders, checks all challenges of the repository. */
	| { command: 'check'; folders: string[]; asJson: boolean; isFull: boolean; isFixing: boolean; isFresh: boolean }
	| { command: 'preview'; folder: string; port: number | undefined }
	| { command: 'picture'; folder: string }
	| { command: 'examples'; file: string }
	| { command: 'help' };

const NEW_COMMAND_OPTIONS = ['language', 'person', 'kind', 'example'] as const;
type NewCommandOption = (typeof NEW_COMMAND_OPTIONS)[number];
const COMMAND_OPTION_TYPES = {
	folder: { type: 'string' },
	language: { type: 'string' },
	person: { type: 'string' },
	kind: { type: 'string' },
	example: { type: 'string' },
	port: { type: 'string' },
	full: { type: 'boolean' },
	json: { type: 'boolean' },
	fix: { type: 'boolean' },
	fresh: { type: 'boolean' },
	help: { type: 'boolean', short: 'h' }
} as const;
const ACCEPTED_OPTIONS_BY_COMMAND: Record<
	ChallengeArguments['command'],
	readonly (keyof typeof COMMAND_OPTION_TYPES)[]
> = {
	new: ['folder', ...NEW_COMMAND_OPTIONS],
	check: ['full', 'json', 'fix', 'fresh'],
	preview: ['port'],
	picture: [],
	examples: [],
	help: []
};

export const CHALLENGE_USAGE = `npm run challenge -- new [id] [--folder <where>] [--language, --person, --kind, --example]
npm run challenge -- check [folder…] [--full] [--fix] [--fresh] [--json]
npm run challenge -- preview <folder> [--port <number>]
npm run challenge -- picture <folder>
npm run challenge -- examples <file or ->`;

export function readChallengeArguments(commandLine: string[], callerFolder: string): ChallengeArguments {
	const { values, positionals } = parseCommandLine(commandLine);
	const [name, ...rest] = positionals;
	const command = (Object.keys(ACCEPTED_OPTIONS_BY_COMMAND) as ChallengeArguments['command'][]).find(
		(one) => one === name
	);
	if (values.help || command === 'help') return { command: 'help' };
	if (command === undefined)
		throw createMisuseError(name === undefined ? 'what shall it do?' : `there is no command "${name}"`);
	const refusedOptions = (Object.keys(values) as (keyof typeof COMMAND_OPTION_TYPES)[]).filter(
		(one) => !ACCEPTED_OPTIONS_BY_COMMAND[command].includes(one)
	);
	if (refusedOptions.length > 0) throw createMisuseError(`${command} takes no --${refusedOptions.join(', --')}`);
	const folders = rest.map((folder) => resolve(callerFolder, folder));
	if (command === 'check') {
		const { json: asJson = false, full: isFull = false, fix: isFixing = false, fresh: isFresh = false } = values;
		if (isFixing && folders.length === 0) throw createMisuseError('--fix changes files: name the folder');
		return { command, folders, asJson, isFull, isFixing, isFresh };
	}
	if (rest.length > 1)
		throw createMisuseError(`"${rest[1]}" is one word too many: a name with spaces stands in quotes`);
	if (command === 'new') {
		const { language, person, kind, example } = values;
		const answers = { id: rest[0], language, person, kind, example };
		return { command, answers, folder: values.folder === undefined ? undefined : resolve(callerFolder, values.folder) };
	}
	if (command === 'examples') {
		const [file] = rest;
		if (file === undefined) throw createMisuseError('examples needs a file, or - for what is piped');
		return { command, file: file === '-' ? file : resolve(callerFolder, file) };
	}
	const [folder] = folders;
	if (folder === undefined) throw createMisuseError(`${command} needs the folder of a challenge`);
	return command === 'picture' ? { command, folder } : { command, folder, port: parsePort(values.port) };
}

function parsePort(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const port = Number(text);
	// The limit is one below the highest port, because the shell uses the next port.
	if (!Number.isInteger(port) || port < 1 || port > 65_534) throw createMisuseError(`--port ${text} is no port`);
	return port;
}

function parseCommandLine(commandLine: string[]) {
	try {
		return parseArgs({ args: commandLine, options: COMMAND_OPTION_TYPES, allowPositionals: true, strict: true });
	} catch (error) {
		throw createMisuseError(error instanceof Error ? error.message : String(error));
	}
}

function createMisuseError(reason: string): ArgumentError {
	return new ArgumentError(`${reason}\n${CHALLENGE_USAGE}`);
}
