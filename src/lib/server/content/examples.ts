import type { Files } from '#sandbox/contract.ts';
import type { Language } from '#lib/domain/language.ts';
import { writeExampleChecks, type ExampleCheck, checksSchema } from './example-schemas.ts';
import type { Manifest } from './manifest.ts';
import { mapArgumentsByName } from './named-values.ts';
import type { ContentPlace, ContentProblem } from './content-problem.ts';
import { pickSentence, findSentenceProblems, type TranslatableSentence } from './compare-translations.ts';
import { readYaml } from './yaml.ts';

const EXAMPLES_FILE_PATTERN = /^((?:private\/)?checks\/([^/]+))\.yaml$/;
interface CheckTitle {
	id: string;
	step: string;
	isHeldBack: boolean;
	place: ContentPlace;
	because: TranslatableSentence;
}

export interface ParsedExamples {
	files: Files;
	/** By the path of a generated check file: for each of its lines, the place where the author wrote it. */
	lineOrigins: Record<string, ContentPlace[]>;
	/** Paths of the check files that hold nothing but examples: Braise wrote them, so they are known to compile. */
	onlyExamples: string[];
	titles: CheckTitle[];
	cases: AuthorExample[];
	problems: ContentProblem[];
}

interface AuthorExample {
	step: string;
	isHeldBack: boolean;
	function: string;
	given: unknown[];
	returns?: unknown;
	throws?: true;
	within?: number;
}

type CheckWithExamples = ReturnType<typeof readChecksFile>['checks'][number];

function readChecksFile(file: string, text: string, solution: string) {
	const { value = [], problems, lineOf } = readYaml(file, text, checksSchema);
	let name: string | undefined;
	const borrowedSteps: { step: string; place: ContentPlace }[] = [];
	const checks = value.flatMap((written, index) => {
		const place = { file, line: lineOf([index]) };
		if (typeof written === 'string') {
			borrowedSteps.push({ step: written, place });
			return [];
		}
		name = written.function ?? name;
		if (name === undefined) problems.push({ ...place, message: 'say which function is called: `function`' });
		const calledName = name ?? '';
		const examples = written.examples.map((example, at) => ({
			...example,
			given: 'isShort' in example ? mapArgumentsByName(example.given, calledName, solution) : example.given,
			place: { file, line: lineOf([index, 'examples', at]) }
		}));
		const { because } = written;
		return [{ id: written.id ?? makeCheckIdFromTitle(because), because, name: calledName, place, examples }];
	});
	return { checks, words: borrowedSteps, problems };
}

/** `solution` is the text of the author's program; its parameters name the values of short examples. */
export function readExampleFiles(files: Files, solution = ''): ParsedExamples {
	const otherFiles = Object.entries(files).filter(([file]) => !EXAMPLES_FILE_PATTERN.test(file));
	const readResult: ParsedExamples = {
		files: Object.fromEntries(otherFiles),
		lineOrigins: {},
		onlyExamples: [],
		titles: [],
		cases: [],
		problems: []
	};
	for (const [file, text] of Object.entries(files)) {
		const [, path, step] = EXAMPLES_FILE_PATTERN.exec(file) ?? [];
		if (path === undefined || step === undefined) continue;
		const ownChecks = readChecksFile(file, text, solution);
		readResult.problems.push(...ownChecks.problems);
		const checks: ExampleCheck[] = [];
		const addCheck = (one: CheckWithExamples, place: ContentPlace) => {
			if (checks.some(({ id }) => id === one.id))
				readResult.problems.push({ ...place, message: `two checks are "${one.id}"` });
			checks.push({ ...one, place });
		};
		for (const { step: otherStep, place } of ownChecks.words) {
			const otherFile = file.replace(/[^/]+$/, `${otherStep}.yaml`);
			const repeatedSource = otherFile === file ? undefined : files[otherFile];
			if (repeatedSource === undefined)
				readResult.problems.push({ ...place, message: `there is no ${otherFile} to take checks from` });
			else for (const one of readChecksFile(otherFile, repeatedSource, solution).checks) addCheck(one, place);
		}
		for (const one of ownChecks.checks) {
			addCheck(one, one.place);
			const { id, because, place } = one;
			readResult.cases.push(...authorExamplesOf(one, step, path.startsWith('private/')));
			if (because !== undefined)
				readResult.titles.push({ id, step, isHeldBack: path.startsWith('private/'), place, because });
		}
		const checkFile = `${path}.ts`;
		const generatedChecks = writeExampleChecks(checks, checkFile, files[checkFile]);
		readResult.files[checkFile] = generatedChecks.text;
		readResult.lineOrigins[checkFile] = generatedChecks.places;
		if (files[checkFile] === undefined) readResult.onlyExamples.push(checkFile);
	}
	return readResult;
}

function authorExamplesOf({ name, examples }: CheckWithExamples, step: string, isHeldBack: boolean): AuthorExample[] {
	return examples.map((example) => {
		const values = Array.isArray(example.given) ? example.given : Object.values(example.given);
		const commonFields = { step, isHeldBack, function: name, given: values };
		if ('throws' in example && example.throws) return { ...commonFields, throws: true };
		const within = 'within' in example ? example.within : undefined;
		return { ...commonFields, returns: example.returns, ...(within !== undefined && { within }) };
	});
}

export function findAuthorSourcePlace(
	{ file, line }: ContentPlace,
	lineOrigins: ParsedExamples['lineOrigins']
): ContentPlace {
	const places = Object.hasOwn(lineOrigins, file) ? lineOrigins[file] : undefined;
	return places?.[line - 1] ?? { file, line };
}

function makeCheckIdFromTitle(because: CheckTitle['because'] | undefined): string {
	const title = typeof because === 'string' ? because : (because?.fr ?? because?.en ?? '');
	const words =
		title
			.normalize('NFD')
			.toLowerCase()
			.match(/[a-z0-9]+/g) ?? [];
	return ['is', ...words].join('-');
}

/** Includes held-back checks that students may be told about. */
export function checkTitlesInLanguage(
	titles: CheckTitle[],
	language: Language,
	{ disclose }: Pick<Manifest, 'disclose'>
): { checks: Record<string, string>; held: Record<string, string> } {
	const disclosedTitles = titles.filter(({ isHeldBack, step }) => !isHeldBack || disclose[step] !== 'nothing');
	const titleByIdOf = (isHeldBack: boolean) =>
		Object.fromEntries(
			disclosedTitles
				.filter((title) => title.isHeldBack === isHeldBack)
				.map(({ id, because }) => [id, pickSentence(because, language)])
		);
	return { checks: titleByIdOf(false), held: titleByIdOf(true) };
}

export function findCheckTitleProblems(
	{ titles, lineOrigins }: Pick<ParsedExamples, 'titles' | 'lineOrigins'>,
	{ languages, steps }: Pick<Manifest, 'languages' | 'steps'>
): ContentProblem[] {
	const ids = steps.map(({ id }) => id);
	const unknownStepProblems = Object.keys(lineOrigins).flatMap((path) => {
		const [, , step = ''] = EXAMPLES_FILE_PATTERN.exec(path.replace(/ts$/, 'yaml')) ?? [];
		const message = `there is no step "${step}"`;
		return ids.includes(step) ? [] : [{ file: path.replace(/ts$/, 'yaml'), line: 1, message }];
	});
	const sentenceFaults = titles.flatMap((title) => findSentenceProblems(title, languages));
	return [...unknownStepProblems, ...sentenceFaults];
}
