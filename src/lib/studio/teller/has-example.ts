/** Tells whether the checks of a folder hold an example already, however it is written there. */
import * as v from 'valibot';
import { parse } from 'yaml';
import type { ProposedExample } from '#lib/domain/showing.ts';
import type { Files } from '#sandbox/contract.ts';

const CHECKS = /^(?:private\/)?checks\/[^/]+\.yaml$/;
/** In short what the function is given, and at the end what it returns; or both by name. */
const exampleSchema = v.union([
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

export function hasExample(files: Files, { function: name, given, returns }: ProposedExample): boolean {
	const wanted = JSON.stringify([...given, returns]);
	return Object.entries(files).some(([path, text]) => {
		let called = '';
		return (
			CHECKS.test(path) &&
			listIn(text).some((one) => {
				const check = v.safeParse(checkSchema, one);
				if (!check.success) return false;
				// Without a name, the check is of the function of the one before.
				called = check.output.function ?? called;
				return called === name && check.output.examples.some((example) => valuesOf(example) === wanted);
			})
		);
	});
}

function valuesOf(example: unknown): string | undefined {
	const read = v.safeParse(exampleSchema, example);
	return read.success ? JSON.stringify(read.output) : undefined;
}

/** Returns nothing for a file that cannot be read: the check says so. */
function listIn(text: string): unknown[] {
	try {
		const read: unknown = parse(text);
		return Array.isArray(read) ? read : [];
	} catch {
		return [];
	}
}
