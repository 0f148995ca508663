/** Reads the mutants of a challenge: changes of its solution, and folders with a program of their own. */
import * as v from 'valibot';
import type { Files } from '#sandbox/contract.ts';
import { FOLDER_BYTE_LIMITS } from '#lib/domain/challenge-folder.ts';
import { contentIdSchema, pathSchema } from './field-schemas.ts';
import { filesUnder } from './folder.ts';
import type { ContentPlace, ContentProblem } from './problem.ts';
import { sentenceSchema, type Sentence } from './sentences.ts';
import { readYaml } from './yaml.ts';

export const MUTANTS_FILE = 'private/mutants.yaml';
export const SOLUTION_FOLDER = 'private/solution/';
const MUTANTS_FOLDER = 'private/mutants/';
const MOST_CHANGES = 200;
const MOST_LINES_SAID = 3;

const changeSchema = v.strictObject({
	id: contentIdSchema,
	file: v.optional(pathSchema, 'main.ts'),
	replace: v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty: say which text of the solution changes')),
	by: v.string(),
	/** What the program does wrong, for students who did not catch it. */
	because: v.optional(sentenceSchema)
});
const changesSchema = v.pipe(v.array(changeSchema), v.maxLength(MOST_CHANGES, `at most ${MOST_CHANGES} mutants`));
type Change = v.InferOutput<typeof changeSchema>;

/** The file that a mutant changes, and where the author wrote the change. */
export interface MutantChange {
	/** Path of the changed file of the solution. */
	path: string;
	place: ContentPlace;
	because?: Sentence;
}

export interface ReadMutants {
	/** The whole program of each mutant, by its name. */
	mutants: Record<string, Files>;
	changes: Record<string, MutantChange>;
	problems: ContentProblem[];
}

export function readMutants(files: Files): ReadMutants {
	const result: ReadMutants = { ...programsInFolders(files), changes: {} };
	const text = files[MUTANTS_FILE];
	if (text === undefined) return result;
	const solution = filesUnder(files, SOLUTION_FOLDER);
	const { value = [], problems, lineOf } = readYaml(MUTANTS_FILE, text, changesSchema, { onlyText: true });
	result.problems.push(...problems);
	let bytes = 0;
	for (const [index, change] of value.entries()) {
		const { id, file, because } = change;
		const placeOf = (field: string) => ({ file: MUTANTS_FILE, line: lineOf([index, field]) });
		const problem = (field: string, message: string) => result.problems.push({ ...placeOf(field), message });
		if (Object.hasOwn(result.changes, id)) {
			problem('id', `two mutants are called "${id}"`);
			continue;
		}
		if (Object.hasOwn(result.mutants, id)) {
			problem('id', `"${id}" is a folder in ${MUTANTS_FOLDER} too: remove it, or choose another id`);
			continue;
		}
		const changeResult = applyChange(change, solution[file]);
		if ('field' in changeResult) {
			problem(changeResult.field, changeResult.message);
			continue;
		}
		result.mutants[id] = { ...solution, [file]: changeResult.text };
		result.changes[id] = { path: file, place: placeOf('id'), ...(because !== undefined && { because }) };
		bytes += Buffer.byteLength(Object.values(result.mutants[id]).join(''));
		if (bytes <= FOLDER_BYTE_LIMITS.folder) continue;
		problem('id', `the programs of all mutants have ${bytes} bytes; at most ${FOLDER_BYTE_LIMITS.folder}`);
		break;
	}
	return result;
}

function programsInFolders(files: Files): Pick<ReadMutants, 'mutants' | 'problems'> {
	const mutants: Record<string, Files> = {};
	const problems: ContentProblem[] = [];
	for (const [path, text] of Object.entries(filesUnder(files, MUTANTS_FOLDER))) {
		const [name = '', ...rest] = path.split('/');
		if (rest.length > 0 && v.is(contentIdSchema, name)) mutants[name] = { ...mutants[name], [rest.join('/')]: text };
		else {
			const message = 'put the program into a folder, whose name has letters, digits and hyphens';
			problems.push({ file: MUTANTS_FOLDER + path, line: 1, message });
		}
	}
	return { mutants, problems };
}

/** Returns the changed text, or why the change is impossible and which of its fields is at fault. */
function applyChange(
	{ file, replace, by }: Change,
	text: string | undefined
): { text: string } | { field: 'file' | 'replace' | 'by'; message: string } {
	const path = SOLUTION_FOLDER + file;
	if (text === undefined) return { field: 'file', message: `there is no ${path} to change` };
	const plain = withSingleSpaces(text);
	const passage = withSingleSpaces(replace);
	const places = placesIn(plain, passage);
	const [place] = places;
	const first = `"${replace.split('\n')[0] ?? ''}"`;
	if (place === undefined)
		return { field: 'replace', message: `${first} does not stand in ${path}: copy the text from there` };
	if (places.length > 1) {
		const lines = places.slice(0, MOST_LINES_SAID).map((index) => lineAt(text, placeBeforeSpaces(text, index)));
		const where = `in ${path}, in lines ${lines.join(', ')}${places.length > MOST_LINES_SAID ? ', …' : ''}`;
		const message = `${first} stands ${places.length} times ${where}: give more of the text around it`;
		return { field: 'replace', message };
	}
	const from = placeBeforeSpaces(text, place);
	const to = placeBeforeSpaces(text, place + passage.length - 1) + 1;
	const changedText = text.slice(0, from) + by.trim() + text.slice(to);
	if (withoutSpaces(changedText) === withoutSpaces(text))
		return { field: 'by', message: 'is the same text: the mutant would be the solution' };
	return { text: changedText };
}

/** Reduces each run of spaces and line ends to one space, so that an author need not copy how a line is indented. */
function withSingleSpaces(text: string): string {
	return text.replace(/\s+/g, ' ');
}

export function withoutSpaces(text: string): string {
	return text.replace(/\s+/g, '');
}

function placesIn(text: string, passage: string): number[] {
	const places: number[] = [];
	for (let place = text.indexOf(passage); place >= 0; place = text.indexOf(passage, place + 1)) places.push(place);
	return places;
}

/** Returns the position in `text` of the character that is at `place` once each run of spaces is reduced to one. */
function placeBeforeSpaces(text: string, place: number): number {
	let more = 0;
	for (const { 0: spaces, index } of text.matchAll(/\s\s+/g)) {
		if (index - more >= place) break;
		more += spaces.length - 1;
	}
	return place + more;
}

function lineAt(text: string, place: number): number {
	return text.slice(0, place).split('\n').length;
}
