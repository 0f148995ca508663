import * as v from 'valibot';
import type { Files } from '#sandbox/contract.ts';
import { FOLDER_BYTE_LIMITS } from '#lib/domain/challenge-folder.ts';
import { contentIdSchema, codeFilePathSchema } from './field-schemas.ts';
import { pickFilesUnder } from './read-folder.ts';
import type { ContentPlace, ContentProblem } from './content-problem.ts';
import { sentenceSchema, type TranslatableSentence } from './compare-translations.ts';
import { readYaml } from './yaml.ts';

export const MUTANTS_FILE = 'private/mutants.yaml';
export const SOLUTION_FOLDER = 'private/solution/';
const MUTANTS_FOLDER = 'private/mutants/';
const MOST_MUTANT_CHANGES = 200;
const MOST_LINES_IN_MESSAGE = 3;

const mutantChangeSchema = v.strictObject({
	id: contentIdSchema,
	file: v.optional(codeFilePathSchema, 'main.ts'),
	replace: v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty: say which text of the solution changes')),
	by: v.string(),
	/** What the program does wrong, for students who did not catch it. */
	because: v.optional(sentenceSchema)
});
const mutantChangesSchema = v.pipe(
	v.array(mutantChangeSchema),
	v.maxLength(MOST_MUTANT_CHANGES, `at most ${MOST_MUTANT_CHANGES} mutants`)
);
type WrittenMutantChange = v.InferOutput<typeof mutantChangeSchema>;

export interface MutantChange {
	path: string;
	place: ContentPlace;
	because?: TranslatableSentence;
}

export interface ParsedMutants {
	/** The whole program of each mutant, by its name. */
	mutants: Record<string, Files>;
	changes: Record<string, MutantChange>;
	problems: ContentProblem[];
}

export function readMutants(files: Files): ParsedMutants {
	const mutantsRead: ParsedMutants = { ...readMutantFolders(files), changes: {} };
	const text = files[MUTANTS_FILE];
	if (text === undefined) return mutantsRead;
	const solution = pickFilesUnder(files, SOLUTION_FOLDER);
	const { value = [], problems, lineOf } = readYaml(MUTANTS_FILE, text, mutantChangesSchema, { isTextOnly: true });
	mutantsRead.problems.push(...problems);
	let byteCount = 0;
	for (const [index, change] of value.entries()) {
		const { id, file, because } = change;
		const placeOf = (field: string) => ({ file: MUTANTS_FILE, line: lineOf([index, field]) });
		const addProblem = (field: string, message: string) => mutantsRead.problems.push({ ...placeOf(field), message });
		if (Object.hasOwn(mutantsRead.changes, id)) {
			addProblem('id', `two mutants are called "${id}"`);
			continue;
		}
		if (Object.hasOwn(mutantsRead.mutants, id)) {
			addProblem('id', `"${id}" is a folder in ${MUTANTS_FOLDER} too: remove it, or choose another id`);
			continue;
		}
		const changeResult = applyMutantChange(change, solution[file]);
		if ('field' in changeResult) {
			addProblem(changeResult.field, changeResult.message);
			continue;
		}
		mutantsRead.mutants[id] = { ...solution, [file]: changeResult.text };
		mutantsRead.changes[id] = { path: file, place: placeOf('id'), ...(because !== undefined && { because }) };
		byteCount += Buffer.byteLength(Object.values(mutantsRead.mutants[id]).join(''));
		if (byteCount <= FOLDER_BYTE_LIMITS.folder) continue;
		addProblem('id', `the programs of all mutants have ${byteCount} bytes; at most ${FOLDER_BYTE_LIMITS.folder}`);
		break;
	}
	return mutantsRead;
}

function readMutantFolders(files: Files): Pick<ParsedMutants, 'mutants' | 'problems'> {
	const mutants: Record<string, Files> = {};
	const problems: ContentProblem[] = [];
	for (const [path, text] of Object.entries(pickFilesUnder(files, MUTANTS_FOLDER))) {
		const [name = '', ...rest] = path.split('/');
		if (rest.length > 0 && v.is(contentIdSchema, name)) mutants[name] = { ...mutants[name], [rest.join('/')]: text };
		else {
			const message = 'put the program into a folder, whose name has letters, digits and hyphens';
			problems.push({ file: MUTANTS_FOLDER + path, line: 1, message });
		}
	}
	return { mutants, problems };
}

function applyMutantChange(
	{ file, replace, by }: WrittenMutantChange,
	text: string | undefined
): { text: string } | { field: 'file' | 'replace' | 'by'; message: string } {
	const path = SOLUTION_FOLDER + file;
	if (text === undefined) return { field: 'file', message: `there is no ${path} to change` };
	const plainText = withSingleSpaces(text);
	const passage = withSingleSpaces(replace);
	const offsets = findPassageOffsets(plainText, passage);
	const [offset] = offsets;
	const quotedFirstLine = `"${replace.split('\n')[0] ?? ''}"`;
	if (offset === undefined)
		return { field: 'replace', message: `${quotedFirstLine} does not stand in ${path}: copy the text from there` };
	if (offsets.length > 1) {
		const lines = offsets
			.slice(0, MOST_LINES_IN_MESSAGE)
			.map((index) => lineNumberAtOffset(text, toOriginalOffset(text, index)));
		const where = `in ${path}, in lines ${lines.join(', ')}${offsets.length > MOST_LINES_IN_MESSAGE ? ', …' : ''}`;
		const message = `${quotedFirstLine} stands ${offsets.length} times ${where}: give more of the text around it`;
		return { field: 'replace', message };
	}
	const changeStart = toOriginalOffset(text, offset);
	const to = toOriginalOffset(text, offset + passage.length - 1) + 1;
	const changedText = text.slice(0, changeStart) + by.trim() + text.slice(to);
	if (withoutSpaces(changedText) === withoutSpaces(text))
		return { field: 'by', message: 'is the same text: the mutant would be the solution' };
	return { text: changedText };
}

/** Replaces each run of spaces and line ends by one space, so that an author need not copy the indentation of lines. */
function withSingleSpaces(text: string): string {
	return text.replace(/\s+/g, ' ');
}

export function withoutSpaces(text: string): string {
	return text.replace(/\s+/g, '');
}

function findPassageOffsets(text: string, passage: string): number[] {
	const offsets: number[] = [];
	for (let offset = text.indexOf(passage); offset >= 0; offset = text.indexOf(passage, offset + 1))
		offsets.push(offset);
	return offsets;
}

/** Returns the position in `text` of the character that is at `offset` after `withSingleSpaces`. */
function toOriginalOffset(text: string, offset: number): number {
	let removedCount = 0;
	for (const { 0: spaces, index } of text.matchAll(/\s\s+/g)) {
		if (index - removedCount >= offset) break;
		removedCount += spaces.length - 1;
	}
	return offset + removedCount;
}

function lineNumberAtOffset(text: string, offset: number): number {
	return text.slice(0, offset).split('\n').length;
}
