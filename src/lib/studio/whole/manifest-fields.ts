/** Reads and writes single fields of challenge.yaml, and leaves the rest of the file as written. */
import { isScalar, parseDocument, stringify } from 'yaml';

export type ManifestFieldName =
	| 'trade'
	| 'piste'
	| 'minutes'
	| 'place'
	| 'partner'
	| 'reviewer'
	| 'licence'
	| 'version'
	| 'data-origin';

/** Returns a field of challenge.yaml as text; empty when the field is absent or null. */
export function readManifestField(manifestText: string, field: ManifestFieldName): string {
	const node: unknown = parseDocument(manifestText).get(field, true);
	return isScalar(node) && node.value !== null ? String(node.value) : '';
}

/** Returns the text of challenge.yaml with the field replaced; undefined when the text is not valid YAML. */
export function replaceManifestField(manifestText: string, field: ManifestFieldName, text: string): string | undefined {
	const document = parseDocument(manifestText);
	if (document.errors.length > 0) return undefined;
	const isEmptyable = field === 'partner' || field === 'reviewer';
	const value = field === 'minutes' ? Number(text) : text === '' && isEmptyable ? null : text;
	const valueText = stringify(value, { lineWidth: 0 }).trim();
	const currentNode: unknown = document.get(field, true);
	if (!isScalar(currentNode) || !currentNode.range) return `${manifestText.trimEnd()}\n${field}: ${valueText}\n`;
	const [from, to] = currentNode.range;
	return manifestText.slice(0, from) + valueText + manifestText.slice(to);
}
