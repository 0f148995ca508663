/** Reads checks that an author wrote as examples: a function, what it is given and what it returns. */
import * as v from 'valibot';
import type { Files } from '#sandbox/contract.ts';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';
import { numbersIn } from './compare.ts';
import { exampleChecks, type ExampleCheck } from './example-checks.ts';
import { finiteSchema, idSchema, nameSchema } from './field-schemas.ts';
import type { Manifest } from './manifest.ts';
import type { ContentPlace, ContentProblem } from './problem.ts';
import { readYaml } from './yaml.ts';

const EXAMPLES_FILE = /^((?:private\/)?checks\/([^/]+))\.yaml$/;
const MOST_CHECKS = 100;
const MOST_EXAMPLES = 200;

const jsonSchema: v.GenericSchema<unknown> = v.lazy(() =>
	v.union([...SIMPLE_VALUES, v.array(jsonSchema), objectSchema], 'is no JSON')
);
const SIMPLE_VALUES = [v.null(), v.boolean(), finiteSchema, v.string()] as const;
/** In a program, `__proto__` would be no property. */
const keySchema = v.pipe(v.string(), v.notValues(['__proto__'], '"__proto__" cannot be given'));
const objectSchema = v.record(keySchema, jsonSchema);
const valuesSchema = v.union(
	[v.array(jsonSchema), v.record(nameSchema, jsonSchema)],
	'a list of values, or values by name'
);

const exampleSchema = v.pipe(
	v.strictObject({
		given: v.optional(valuesSchema, []),
		returns: v.optional(jsonSchema),
		within: v.optional(v.pipe(v.number(), v.gtValue(0), v.finite())),
		throws: v.optional(v.literal(true))
	}),
	v.check(
		({ returns, throws }) => (returns === undefined) !== (throws === undefined),
		'an example says what the function returns (`returns`), or `throws: true`'
	),
	v.check(
		({ returns, within }) => within === undefined || typeof returns === 'number',
		'`within` goes with a number that the function returns'
	)
);
const titleSchema = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'));
const checkSchema = v.pipe(
	v.strictObject({
		id: v.optional(idSchema),
		because: v.optional(
			v.union([titleSchema, v.record(v.picklist(LANGUAGES), titleSchema)], 'a sentence, or one by language')
		),
		function: nameSchema,
		examples: v.pipe(v.array(exampleSchema), v.minLength(1, 'is empty'), v.maxLength(MOST_EXAMPLES))
	}),
	v.check(
		({ id, because }) => id !== undefined || because !== undefined,
		'give its title (`because`), or the `id` of a title in the texts'
	)
);
const checksSchema = v.pipe(v.array(checkSchema), v.minLength(1, 'is empty'), v.maxLength(MOST_CHECKS));

/** A title that an author wrote beside the examples. */
interface ExampleTitle {
	id: string;
	step: string;
	isHeldBack: boolean;
	place: ContentPlace;
	because: string | Partial<Record<Language, string>>;
}

export interface ReadExamples {
	/** The author's files, with check files in place of the examples. */
	files: Files;
	/** By path of a check file that holds examples: where the author wrote each of its lines. */
	written: Record<string, ContentPlace[]>;
	/** Paths of the check files that hold nothing else: written by Braise, they are known to compile. */
	onlyExamples: string[];
	titles: ExampleTitle[];
	problems: ContentProblem[];
}

export function readExamples(files: Files): ReadExamples {
	const others = Object.entries(files).filter(([file]) => !EXAMPLES_FILE.test(file));
	const read: ReadExamples = {
		files: Object.fromEntries(others),
		written: {},
		onlyExamples: [],
		titles: [],
		problems: []
	};
	for (const [file, text] of Object.entries(files)) {
		const [, path, step] = EXAMPLES_FILE.exec(file) ?? [];
		if (path === undefined || step === undefined) continue;
		const { value = [], problems, lineOf } = readYaml(file, text, checksSchema);
		read.problems.push(...problems);
		const checks: ExampleCheck[] = [];
		for (const [index, { id: named, because, function: name, examples }] of value.entries()) {
			const id = named ?? idOf(because);
			const place = { file, line: lineOf([index]) };
			if (checks.some((other) => other.id === id)) read.problems.push({ ...place, message: `two checks are "${id}"` });
			if (because !== undefined)
				read.titles.push({ id, step, isHeldBack: path.startsWith('private/'), place, because });
			const placed = examples.map((example, at) => ({
				...example,
				place: { file, line: lineOf([index, 'examples', at]) }
			}));
			checks.push({ id, name, place, examples: placed });
		}
		const checkFile = `${path}.ts`;
		const made = exampleChecks(checks, checkFile, files[checkFile]);
		read.files[checkFile] = made.text;
		read.written[checkFile] = made.places;
		if (files[checkFile] === undefined) read.onlyExamples.push(checkFile);
	}
	return read;
}

/** Returns where the author wrote a line of a file. */
export function authoredPlace({ file, line }: ContentPlace, written: ReadExamples['written']): ContentPlace {
	const places = Object.hasOwn(written, file) ? written[file] : undefined;
	return places?.[line - 1] ?? { file, line };
}

/** Makes an id of a title's words, for reports and the author's own sentences. */
function idOf(because: ExampleTitle['because'] | undefined): string {
	const title = typeof because === 'string' ? because : (because?.fr ?? because?.en ?? '');
	const words =
		title
			.normalize('NFD')
			.toLowerCase()
			.match(/[a-z0-9]+/g) ?? [];
	return ['is', ...words].join('-');
}

/** Returns the titles of one language: of the checks that a student sees, and of the held-back ones that may be told. */
export function exampleTitlesIn(
	titles: ExampleTitle[],
	language: Language,
	{ disclose }: Pick<Manifest, 'disclose'>
): { checks: Record<string, string>; held: Record<string, string> } {
	const told = titles.filter(({ isHeldBack, step }) => !isHeldBack || disclose[step] !== 'nothing');
	const worded = (isHeldBack: boolean) =>
		Object.fromEntries(
			told
				.filter((title) => title.isHeldBack === isHeldBack)
				.map(({ id, because }) => [id, typeof because === 'string' ? because : (because[language] ?? '')])
		);
	return { checks: worded(false), held: worded(true) };
}

/** Checks that each title is there in all languages, with the same numbers, and that its step exists. */
export function titleProblems(
	{ titles, written }: Pick<ReadExamples, 'titles' | 'written'>,
	{ languages, steps }: Pick<Manifest, 'languages' | 'steps'>
): ContentProblem[] {
	const ids = steps.map(({ id }) => id);
	const unknown = Object.keys(written).flatMap((path) => {
		const [, , step = ''] = EXAMPLES_FILE.exec(path.replace(/ts$/, 'yaml')) ?? [];
		const message = `there is no step "${step}"`;
		return ids.includes(step) ? [] : [{ file: path.replace(/ts$/, 'yaml'), line: 1, message }];
	});
	const faulty = titles.flatMap(({ because, place }) => {
		if (typeof because === 'string')
			return languages.length === 1
				? []
				: [{ ...place, message: `because: write it by language, { ${languages.join(': …, ')}: … }` }];
		const missing = languages.filter((language) => because[language] === undefined);
		if (missing.length > 0) return [{ ...place, message: `because.${missing.join(', because.')}: is missing` }];
		const numbers = languages.map((language) => numbersIn(because[language] ?? '').join(' ') || 'none');
		return new Set(numbers).size < 2
			? []
			: [{ ...place, message: `because: numbers are ${numbers[1]}, in the other language ${numbers[0]}` }];
	});
	return [...unknown, ...faulty];
}
