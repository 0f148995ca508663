import * as v from 'valibot';
import { isNode, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { ContentProblem } from './content-problem.ts';

export interface ParsedYaml<Value> {
	value?: Value;
	problems: ContentProblem[];
	lineOf(path: (string | number)[]): number;
}

interface YamlOptions {
	/** Whether to read every scalar as a text, even `20`, `null` and an empty one. */
	isTextOnly?: boolean;
}

/** Largest number of problems reported at a time; an author reads no more at once. */
const MOST_REPORTED_PROBLEMS = 20;
/** Message for deeply nested lists, on which the parser, which calls itself for each level, runs out of stack. */
const TOO_DEEP_MESSAGE = 'lists are nested too deeply to be read: use fewer levels';

export function readYaml<Schema extends v.GenericSchema>(
	file: string,
	text: string,
	schema: Schema,
	options: YamlOptions = {}
): ParsedYaml<v.InferOutput<Schema>> {
	try {
		const { value, faults, lineOf } = readYamlValue(file, text, schema, options);
		const problems = faults
			.slice(0, MOST_REPORTED_PROBLEMS)
			.map(({ line, message }) => ({ file, line: line(), message }));
		const unreportedCount = faults.length - problems.length;
		if (unreportedCount > 0)
			problems.push({ file, line: 1, message: `there are ${unreportedCount} more problems: mend these first` });
		return { ...(value !== undefined && { value }), problems, lineOf };
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return { problems: [{ file, line: 1, message: TOO_DEEP_MESSAGE }], lineOf: () => 1 };
	}
}

interface YamlFault {
	/** Finds the fault's line; called only for the problems that are reported. */
	line(): number;
	message: string;
}

function readYamlValue<Schema extends v.GenericSchema>(
	file: string,
	text: string,
	schema: Schema,
	{ isTextOnly = false }: YamlOptions
): { value?: v.InferOutput<Schema>; faults: YamlFault[]; lineOf: ParsedYaml<unknown>['lineOf'] } {
	const lines = new LineCounter();
	const parseOptions = isTextOnly ? ({ schema: 'failsafe' } as const) : {};
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, ...parseOptions });
	const lineOf = (path: (string | number)[]) => findLineOfPath(document, lines, path);
	if (document.errors.length > 0) {
		const faultOf = ({ pos, message }: (typeof document.errors)[number]): YamlFault => {
			return { line: () => lines.linePos(pos[0]).line, message: message.split('\n')[0] ?? '' };
		};
		// Report only this error, because other errors are wrong after the parser ran out of stack.
		const depthError = document.errors.find(({ message }) => message.startsWith('Maximum call stack'));
		return {
			faults: depthError ? [{ ...faultOf(depthError), message: TOO_DEEP_MESSAGE }] : document.errors.map(faultOf),
			lineOf
		};
	}
	const aliasProblems = findAliasFaults(document, lines);
	if (aliasProblems.length > 0) return { faults: aliasProblems, lineOf };
	const result = v.safeParse(schema, document.toJS());
	if (result.success) return { value: result.output, faults: [], lineOf };
	const faults = result.issues.map((issue): YamlFault => {
		const path = (issue.path ?? []).map((item) => item.key).filter(isPathKey);
		return { line: () => lineOf(path), message: `${path.join('.') || file}: ${messageOfIssue(issue)}` };
	});
	return { faults, lineOf };
}

/** Refuses aliases: they may contain themselves, or unfold to more than memory holds. */
function findAliasFaults(document: Document, lines: LineCounter): YamlFault[] {
	const faults: YamlFault[] = [];
	visit(document, {
		Alias(_, { source, range }) {
			const message = `an alias cannot be used here: write out what "*${source}" stands for`;
			faults.push({ line: () => lines.linePos(range?.[0] ?? 0).line, message });
		}
	});
	return faults;
}

const TYPE_DESCRIPTIONS: Record<string, string> = {
	Array: 'a list',
	Object: 'names with values',
	string: 'a text (in quotes where it looks like a number)',
	number: 'a number',
	boolean: 'true or false'
};

function messageOfIssue({ type, kind, expected, received, message }: v.BaseIssue<unknown>): string {
	if (kind !== 'schema') return message;
	if (received === 'undefined') return 'is missing';
	if (expected === 'never') return 'is not known here';
	const isChoice = type === 'picklist' || type === 'variant' || type === 'literal';
	if (isChoice) return `${received} is not ${(expected ?? '').replace(/[()]/g, '').replaceAll(' | ', ' or ')}`;
	const expectedWords = message.startsWith('Invalid type') ? TYPE_DESCRIPTIONS[expected ?? ''] : undefined;
	if (expectedWords === undefined) return message;
	return received === 'null'
		? `is empty: write ${expectedWords}`
		: `write ${expectedWords}, not ${TYPE_DESCRIPTIONS[received] ?? received}`;
}

function isPathKey(key: unknown): key is string | number {
	return typeof key === 'string' || typeof key === 'number';
}

function findLineOfPath(document: Document, lines: LineCounter, path: (string | number)[]): number {
	for (let length = path.length; length > 0; length--) {
		const node = document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
	}
	return 1;
}
