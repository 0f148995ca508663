/** Writes the code with which a program reads a data file of its project. */
import { variableStemOf } from './variable-stem.ts';

const CALL_BY_ENDING: Record<string, string> = { csv: 'loadTable', json: 'loadJSON', txt: 'loadStrings' };
const WORD_BY_CALL: Record<string, string> = { loadTable: 'Table', loadJSON: 'Data', loadStrings: 'Lines' };

const loadingFunctionOf = (path: string): string => CALL_BY_ENDING[path.split('.').at(-1) ?? ''] ?? 'loadStrings';

/** The last word keeps the name apart from words of the language and of drawing, as in `newTable` and `textTable`. */
const variableOf = (path: string, word: string): string => variableStemOf(path) + word;
const importVariableOf = (path: string): string => variableOf(path, path.endsWith('.json') ? 'Data' : 'Text');
const loadVariableOf = (path: string): string => variableOf(path, WORD_BY_CALL[loadingFunctionOf(path)] ?? '');

/** Returns the line with which a page's program reads a file. */
export const dataImportLine = (path: string): string => `import ${importVariableOf(path)} from './${path}';`;

/** Returns the expression for the rows of a table, in a page's program. */
export const dataRowsExpression = (path: string): string => `${importVariableOf(path)}.split('\\n')`;

/** Returns the line with which a sketch reads a file. */
export const dataLoadingLine = (path: string): string =>
	`const ${loadVariableOf(path)} = ${loadingFunctionOf(path)}('${path}'${path.endsWith('.csv') ? ", 'header'" : ''});`;

/** Returns the expression for a cell of a table, in a sketch. */
export const dataCellExpression = (path: string, column: string): string =>
	`${loadVariableOf(path)}.get(0, ${quoteText(column)})`;

const quoteText = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
