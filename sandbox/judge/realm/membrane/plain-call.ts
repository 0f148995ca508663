/** Writes and reads calls that pass only JSON values, as most requests do, without encoding their values. */
import { isPlainValue } from './encode-value.ts';
import { MalformedMessageError } from './message.ts';

/** First part of a plain call's text. No other message begins with it. */
const PLAIN_CALL_START = '["plainCall",';

const { parse, stringify } = JSON;
const { isArray } = Array;

export interface PlainCall {
	/** Id of the function. */
	id: string;
	values: unknown[];
}

export function arePlainValues(values: readonly unknown[]): boolean {
	for (let index = 0; index < values.length; index++) if (!isPlainValue(values[index])) return false;
	return true;
}

export function writePlainCall(id: string, values: readonly unknown[]): string {
	return stringify(['plainCall', id, values]);
}

/** Reads a plain call; returns undefined for a message of another type. Throws when the call is malformed. */
export function readPlainCall(text: string): PlainCall | undefined {
	if (!text.startsWith(PLAIN_CALL_START)) return undefined;
	const [, id, values] = parse(text) as unknown[];
	if (typeof id !== 'string' || !isArray(values) || !arePlainValues(values))
		throw new MalformedMessageError('not a plain call');
	return { id, values };
}
