/** Writes the line with which a program reads a data file of its project. */
export function dataImportLine(path: string): string {
	const variable = path.replace(/\.[^.]*$/, '').replace(/[-_]+(\w?)/g, (_, letter: string) => letter.toUpperCase());
	return `import ${variable} from './${path}';`;
}

/** Writes the expression that gives the rows of the file. */
export const dataRowsExpression = (path: string): string =>
	`${/^import (\w+)/.exec(dataImportLine(path))?.[1] ?? ''}.split('\\n')`;
