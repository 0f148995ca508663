/** Writes the code with which a program reads a data file of its project. */
import { variableStemOf } from './variable-stem.ts';

/** The last word keeps the name apart from words of the language and of drawing, as in `new.csv` and `text.csv`. */
const variableOf = (path: string): string => variableStemOf(path) + (path.endsWith('.json') ? 'Data' : 'Text');

export const dataImportLine = (path: string): string => `import ${variableOf(path)} from './${path}';`;

/** Returns the expression for the rows of a table. */
export const dataRowsExpression = (path: string): string => `${variableOf(path)}.split('\\n')`;
