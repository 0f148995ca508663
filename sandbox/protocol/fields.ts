/** Reads fields of messages: replaces values of a wrong type by harmless values, and cuts every value to size. */
const MAX_TEXT_CHARACTERS = 10_000;

export type MessageFields = Record<string, unknown>;
export class ProtocolError extends Error {
	override name = 'ProtocolError';
}

export function readMessageFields(value: unknown): MessageFields {
	if (typeof value === 'object' && value !== null) return value as MessageFields;
	throw new ProtocolError('Not a message.');
}
export const readLimitedText = (value: unknown): string =>
	typeof value === 'string' ? value.slice(0, MAX_TEXT_CHARACTERS) : '';
export const readFiniteNumber = (value: unknown): number =>
	typeof value === 'number' && Number.isFinite(value) ? value : 0;
export function readLimitedList<T>(value: unknown, mostItems: number, readItem: (item: unknown) => T): T[] {
	return Array.isArray(value) ? value.slice(0, mostItems).map(readItem) : [];
}
export function readOneOf<const T extends string>(value: unknown, names: readonly T[], defaultName: T): T {
	return names.find((name) => name === value) ?? defaultName;
}

export const isMessageOfType = <T extends { type: string }>(value: unknown, type: T['type']): boolean =>
	typeof value === 'object' && value !== null && (value as MessageFields)['type'] === type;
