/** Reads a YAML file of an author's folder against a schema; each problem has its line. */
import * as v from 'valibot';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { ContentProblem } from './problem.ts';

export interface ReadYaml<Value> {
	value?: Value;
	problems: ContentProblem[];
	lineOf(path: (string | number)[]): number;
}

interface YamlOptions {
	/** Reads every scalar as it is written: `20`, `null` and nothing are texts too. */
	onlyText?: boolean;
}

export function readYaml<Schema extends v.GenericSchema>(
	file: string,
	text: string,
	schema: Schema,
	{ onlyText = false }: YamlOptions = {}
): ReadYaml<v.InferOutput<Schema>> {
	const lines = new LineCounter();
	const options = onlyText ? ({ schema: 'failsafe' } as const) : {};
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, ...options });
	const lineOf = (path: (string | number)[]) => lineIn(document, lines, path);
	if (document.errors.length > 0) {
		const problems = document.errors.map((error) => {
			return { file, line: lines.linePos(error.pos[0]).line, message: error.message.split('\n')[0] ?? '' };
		});
		return { problems, lineOf };
	}
	const plain = plainValue(document);
	if ('error' in plain) return { problems: [{ file, line: 1, message: plain.error }], lineOf };
	const result = v.safeParse(schema, plain.value);
	if (result.success) return { value: result.output, problems: [], lineOf };
	const problems = result.issues.map((issue) => {
		const path = (issue.path ?? []).map((item) => item.key).filter(isKey);
		return { file, line: lineOf(path), message: `${path.join('.') || file}: ${messageOf(issue)}` };
	});
	return { problems, lineOf };
}

/** The parser refuses aliases that unfold to more than memory holds. */
function plainValue(document: Document): { value: unknown } | { error: string } {
	try {
		return { value: document.toJS() as unknown };
	} catch (error) {
		return { error: error instanceof Error ? error.message : String(error) };
	}
}

function messageOf({ type, kind, expected, received, message }: v.BaseIssue<unknown>): string {
	if (kind !== 'schema') return message;
	if (received === 'undefined') return 'is missing';
	if (expected === 'never') return 'is not known here';
	const choices = type === 'picklist' || type === 'variant' || type === 'literal';
	return choices ? `${received} is not ${(expected ?? '').replace(/[()]/g, '').replaceAll(' | ', ' or ')}` : message;
}

function isKey(key: unknown): key is string | number {
	return typeof key === 'string' || typeof key === 'number';
}

function lineIn(document: Document, lines: LineCounter, path: (string | number)[]): number {
	for (let length = path.length; length > 0; length--) {
		const node = document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
	}
	return 1;
}
