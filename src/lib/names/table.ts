/** A table for a spreadsheet, with names if they are open. Made in the browser, since names are nowhere else. */
import Papa from 'papaparse';

/** A cell that a spreadsheet would compute is made text; semicolons and the mark are what a French one opens. */
export function tableText(heading: string[], rows: string[][]): string {
	const text = Papa.unparse({ fields: heading, data: rows }, { delimiter: ';', escapeFormulae: true, newline: '\r\n' });
	return `\uFEFF${text}\r\n`;
}
