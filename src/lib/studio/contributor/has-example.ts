import * as v from 'valibot';
import { parse } from 'yaml';
import type { ProposedExample } from '#lib/domain/demo.ts';
import type { Files } from '#sandbox/contract.ts';

const CHECKS_PATH_PATTERN = /^(?:private\/)?checks\/[^/]+\.yaml$/;
const checkExampleSchema = v.union([
	v.array(v.unknown()),
	v.pipe(
		v.object({
			given: v.optional(v.union([v.array(v.unknown()), v.record(v.string(), v.unknown())]), []),
			returns: v.unknown()
		}),
		v.transform(({ given, returns }) => [...(Array.isArray(given) ? given : Object.values(given)), returns])
	)
]);
const checkSchema = v.object({ function: v.optional(v.string()), examples: v.array(v.unknown()) });

export function hasCheckForExample(files: Files, { function: name, given, returns }: ProposedExample): boolean {
	const proposedValues = JSON.stringify([...given, returns]);
	return Object.entries(files).some(([path, text]) => {
		let functionName = '';
		return (
			CHECKS_PATH_PATTERN.test(path) &&
			parseChecksFile(text).some((one) => {
				const check = v.safeParse(checkSchema, one);
				if (!check.success) return false;
				// A check that names no function tests the same function as the check before.
				functionName = check.output.function ?? functionName;
				return (
					functionName === name &&
					check.output.examples.some((example) => formatComparableExample(example) === proposedValues)
				);
			})
		);
	});
}

function formatComparableExample(example: unknown): string | undefined {
	const parsedExample = v.safeParse(checkExampleSchema, example);
	return parsedExample.success ? JSON.stringify(parsedExample.output) : undefined;
}

/** Returns the checks in a file; an empty list for an invalid file, which the folder's check reports. */
function parseChecksFile(text: string): unknown[] {
	try {
		const content: unknown = parse(text);
		return Array.isArray(content) ? content : [];
	} catch {
		return [];
	}
}
