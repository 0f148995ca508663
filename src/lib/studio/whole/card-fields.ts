/** Reads and writes single fields of challenge.yaml; everything else in the file stays as written. */
import { isScalar, parseDocument, stringify } from 'yaml';

export type CardField =
	| 'trade'
	| 'piste'
	| 'minutes'
	| 'place'
	| 'partner'
	| 'reviewer'
	| 'licence'
	| 'version'
	| 'data-origin';

/** Returns a field as text; empty when the field is absent or null. */
export function readCardField(card: string, field: CardField): string {
	const node: unknown = parseDocument(card).get(field, true);
	return isScalar(node) && node.value !== null ? String(node.value) : '';
}

/** Writes a field and returns the file's text; undefined when the file cannot be read as YAML, and must be mended in the editor. */
export function replaceCardField(card: string, field: CardField, text: string): string | undefined {
	const document = parseDocument(card);
	if (document.errors.length > 0) return undefined;
	const isEmptyable = field === 'partner' || field === 'reviewer';
	const value = field === 'minutes' ? Number(text) : text === '' && isEmptyable ? null : text;
	const valueText = stringify(value, { lineWidth: 0 }).trim();
	const currentNode: unknown = document.get(field, true);
	if (!isScalar(currentNode) || !currentNode.range) return `${card.trimEnd()}\n${field}: ${valueText}\n`;
	const [from, to] = currentNode.range;
	return card.slice(0, from) + valueText + card.slice(to);
}
