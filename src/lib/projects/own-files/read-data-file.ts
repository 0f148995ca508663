/** Reads a table, a script or another text file to add to a project. */
import { decodeSpreadsheetText } from '#lib/domain/spreadsheet-text.ts';

export type DataEnding = 'csv' | 'json' | 'txt' | 'ts';
export type DataRefusal = 'data-heavy' | 'data-broken' | 'workbook';

export interface DataFile {
	kind: 'data';
	ending: DataEnding;
	text: string;
}

/** Upper limit of bytes of a data file: five such files fit into one version of a project. */
export const MOST_DATA_BYTES = 200_000;

const DATA_NAME = /\.(csv|json|txt|ts|js)$/i;
const WORKBOOK_NAME = /\.(?:xlsx?|ods)$/i;

export const looksLikeDataFile = ({ name }: File): boolean => DATA_NAME.test(name) || WORKBOOK_NAME.test(name);

/** Reads a text file in any encoding that spreadsheets write. Resolves to a refusal when that fails; never rejects. */
export async function readDataFile(file: File): Promise<DataFile | { kind: 'refused'; reason: DataRefusal }> {
	const ending = DATA_NAME.exec(file.name)?.[1]?.toLowerCase();
	if (ending === undefined) return { kind: 'refused', reason: 'workbook' };
	if (file.size > MOST_DATA_BYTES) return { kind: 'refused', reason: 'data-heavy' };
	try {
		const text = decodeSpreadsheetText(new Uint8Array(await file.arrayBuffer())).replaceAll('\r\n', '\n');
		if (text.includes('\0')) return { kind: 'refused', reason: 'data-broken' };
		// A `.js` file becomes `.ts`, because TypeScript accepts JavaScript.
		return { kind: 'data', ending: ending === 'js' ? 'ts' : (ending as DataEnding), text };
	} catch {
		return { kind: 'refused', reason: 'data-broken' };
	}
}
