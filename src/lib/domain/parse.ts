/** Parses input from outside: storage, the network or a form. */
import * as v from 'valibot';

/** Parses input by a schema; `undefined` for input that does not match it, such as a proxy's page or an unknown format. */
export function parseWithSchema<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T | undefined {
	const result = v.safeParse(schema, input);
	return result.success ? result.output : undefined;
}

/** Parses JSON; `undefined` for text that is no JSON, such as one that was cut off. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
