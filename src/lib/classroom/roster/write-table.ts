/** Writes a table for a spreadsheet in the browser, because names exist nowhere else. */
import Papa from 'papaparse';

/** Starts of cells that a spreadsheet would run as a formula, including the full-width forms that some spreadsheets accept. */
const COMPUTED = /^[=+\-@＝＋－＠\t\r\n]/;

/** Separators by language: French spreadsheets use the comma for decimals, so semicolons separate cells. */
const SEPARATORS: Record<string, string> = { fr: ';', en: ',' };

/** Turns cells that a spreadsheet would run as formulas into text; the byte order mark declares UTF-8. */
export function tableText(heading: string[], rows: string[][], language = 'fr'): string {
	const delimiter = SEPARATORS[language] ?? ';';
	const text = Papa.unparse({ fields: heading, data: rows }, { delimiter, escapeFormulae: COMPUTED, newline: '\r\n' });
	return `\uFEFF${text}\r\n`;
}
