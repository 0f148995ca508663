/** Reads and writes single fields of challenge.yaml, and leaves everything else of it as it was written. */
import { isScalar, parseDocument } from 'yaml';

export type CardField =
	'trade' | 'piste' | 'minutes' | 'place' | 'partner' | 'reviewer' | 'licence' | 'version' | 'data-origin';

/** Returns a field as text: empty for none and for null. */
export function readCardField(card: string, field: CardField): string {
	const node: unknown = parseDocument(card).get(field, true);
	return isScalar(node) && node.value !== null ? String(node.value) : '';
}

/** Returns undefined when the card cannot be read as YAML: it is written in the editor then. */
export function writeCardField(card: string, field: CardField, text: string): string | undefined {
	const document = parseDocument(card);
	if (document.errors.length > 0) return undefined;
	const isEmptyable = field === 'partner' || field === 'reviewer';
	const value = field === 'minutes' ? Number(text) : text === '' && isEmptyable ? null : text;
	const before: unknown = document.get(field, true);
	// A value that is replaced keeps its comment.
	if (isScalar(before)) before.value = value;
	else document.set(field, value);
	return document.toString({ lineWidth: 0 });
}
