import { decodeSpreadsheetText } from '#lib/domain/spreadsheet-text.ts';

export type DataFileEnding = 'csv' | 'json' | 'txt' | 'ts';
export type DataFileRefusal = 'data-heavy' | 'data-broken' | 'workbook';

export interface DataFile {
	kind: 'data';
	ending: DataFileEnding;
	text: string;
}

/** Upper limit of bytes of a data file: five such files fit into one version of a project. */
export const MOST_IMPORTED_DATA_BYTES = 200_000;

const DATA_FILE_NAME_PATTERN = /\.(csv|json|txt|ts|js)$/i;
const WORKBOOK_NAME_PATTERN = /\.(?:xlsx?|ods)$/i;

export const looksLikeDataFile = ({ name }: File): boolean =>
	DATA_FILE_NAME_PATTERN.test(name) || WORKBOOK_NAME_PATTERN.test(name);

/** Reads a text file in any encoding that spreadsheets write. Resolves to a refusal when that fails; never rejects. */
export async function readDataFile(file: File): Promise<DataFile | { kind: 'refused'; reason: DataFileRefusal }> {
	const ending = DATA_FILE_NAME_PATTERN.exec(file.name)?.[1]?.toLowerCase();
	if (ending === undefined) return { kind: 'refused', reason: 'workbook' };
	if (file.size > MOST_IMPORTED_DATA_BYTES) return { kind: 'refused', reason: 'data-heavy' };
	try {
		const text = decodeSpreadsheetText(new Uint8Array(await file.arrayBuffer())).replaceAll('\r\n', '\n');
		if (text.includes('\0')) return { kind: 'refused', reason: 'data-broken' };
		// A `.js` file becomes `.ts`, because TypeScript accepts JavaScript.
		return { kind: 'data', ending: ending === 'js' ? 'ts' : (ending as DataFileEnding), text };
	} catch {
		return { kind: 'refused', reason: 'data-broken' };
	}
}
