/** A table for a spreadsheet, with names if they are open. Made in the browser, since names are nowhere else. */
import Papa from 'papaparse';

/** What a spreadsheet would compute, also written in the wide forms of East Asian signs, which some read as the narrow ones. */
const COMPUTED = /^[=+\-@＝＋－＠\t\r\n]/;

/** What a spreadsheet opens where its language is spoken: decimals that are commas leave semicolons to part the cells. */
const SEPARATORS: Record<string, string> = { fr: ';', en: ',' };

/** A cell that a spreadsheet would compute is made text; the mark says that it is UTF-8. */
export function tableText(heading: string[], rows: string[][], language = 'fr'): string {
	const delimiter = SEPARATORS[language] ?? ';';
	const text = Papa.unparse({ fields: heading, data: rows }, { delimiter, escapeFormulae: COMPUTED, newline: '\r\n' });
	return `\uFEFF${text}\r\n`;
}
