/** Writes a table for a spreadsheet in the browser, because names exist nowhere else. */
import Papa from 'papaparse';

/**
 * Matches the start of a cell that a spreadsheet would run as a formula, including full-width characters, which some spreadsheets accept.
 */
const FORMULA_BEGINNING = /^[=+\-@＝＋－＠\t\r\n]/;

/** Separator of cells by language: French spreadsheets use the comma in numbers, so semicolons separate cells. */
const SEPARATORS: Record<string, string> = { fr: ';', en: ',' };

/** Writes the table as text. Cells that a spreadsheet would run as formulas become plain text; a byte order mark declares UTF-8. */
export function writeSpreadsheetText(heading: string[], rows: string[][], language = 'fr'): string {
	const delimiter = SEPARATORS[language] ?? ';';
	const text = Papa.unparse(
		{ fields: heading, data: rows },
		{ delimiter, escapeFormulae: FORMULA_BEGINNING, newline: '\r\n' }
	);
	return `\uFEFF${text}\r\n`;
}
