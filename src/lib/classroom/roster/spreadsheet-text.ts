/** Writes a spreadsheet's text in the browser, because the server has no real names. */
import Papa from 'papaparse';

/**
 * Matches the start of a cell that a spreadsheet would run as a formula, including the full-width characters that some
 * spreadsheets accept.
 */
const FORMULA_START_PATTERN = /^[=+\-@＝＋－＠\t\r\n]/;

/** Separator of cells, by language. French spreadsheets use the comma in numbers, and so the semicolon between cells. */
const CELL_SEPARATOR_BY_LANGUAGE: Record<string, string> = { fr: ';', en: ',' };

/** Writes the table as text, with a byte order mark. Cells that would run as formulas become plain text. */
export function writeSpreadsheetText(heading: string[], rows: string[][], language = 'fr'): string {
	const delimiter = CELL_SEPARATOR_BY_LANGUAGE[language] ?? ';';
	const text = Papa.unparse(
		{ fields: heading, data: rows },
		{ delimiter, escapeFormulae: FORMULA_START_PATTERN, newline: '\r\n' }
	);
	return `\uFEFF${text}\r\n`;
}
