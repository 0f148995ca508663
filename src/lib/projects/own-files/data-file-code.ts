/** Returns the file's name without its ending, in camel case: `mon-chat.png` becomes `monChat`. */
export const variableStemOf = (path: string): string =>
	path.replace(/\.[^.]*$/, '').replace(/[-_]+(\w?)/g, (_, letter: string) => letter.toUpperCase());

const LOADING_FUNCTION_BY_ENDING: Record<string, string> = { csv: 'loadTable', json: 'loadJSON', txt: 'loadStrings' };
const VARIABLE_SUFFIX_BY_LOADING_FUNCTION: Record<string, string> = {
	loadTable: 'Table',
	loadJSON: 'Data',
	loadStrings: 'Lines'
};

const loadingFunctionOf = (path: string): string =>
	LOADING_FUNCTION_BY_ENDING[path.split('.').at(-1) ?? ''] ?? 'loadStrings';

/** Returns the name of a variable for a file. The added word avoids clashes: `text.csv` becomes `textTable`, not `text`. */
const variableNameOf = (path: string, word: string): string => variableStemOf(path) + word;
const importedVariableNameOf = (path: string): string => variableNameOf(path, path.endsWith('.json') ? 'Data' : 'Text');
export const loadedVariableNameOf = (path: string): string =>
	variableNameOf(path, VARIABLE_SUFFIX_BY_LOADING_FUNCTION[loadingFunctionOf(path)] ?? '');

export const writeDataImportLine = (path: string): string => `import ${importedVariableNameOf(path)} from './${path}';`;

/** Returns the expression for the rows of a table in a page's program, each a list of cells; the headings are the first row. */
export const writeDataRowsExpression = (path: string, separator: string): string =>
	`${importedVariableNameOf(path)}.trim().split('\\n').map((row) => row.split('${separator === '\t' ? '\\t' : separator}'))`;

/** The expression for the number of a cell as spreadsheets write it in French: with a decimal comma, and spaces in thousands. */
export const FRENCH_NUMBER_EXPRESSION = "Number(cell.replace(/\\s/g, '').replace(',', '.'))";

export const writeDataLoadingLine = (path: string): string =>
	`const ${loadedVariableNameOf(path)} = ${loadingFunctionOf(path)}('${path}'${path.endsWith('.csv') ? ", 'header'" : ''});`;

export const writeDataCellExpression = (path: string, column: string): string =>
	`${loadedVariableNameOf(path)}.get(0, ${formatStringLiteral(column)})`;

const formatStringLiteral = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
