import Papa from 'papaparse';
import type { Files } from '#sandbox/contract.ts';
import { readCellValue, typescriptTypeOfColumn, isOptionalColumn, type ColumnType } from './field-schemas.ts';
import { CHALLENGE_MANIFEST_FILE, type ManifestWithLines } from './manifest.ts';
import type { ContentPlace, ContentProblem } from './content-problem.ts';

export interface DataTables {
	files: Files;
	/** By the path of a module: for each of its lines, the place in the author's CSV file. */
	lineOrigins: Record<string, ContentPlace[]>;
	problems: ContentProblem[];
}

type ColumnTypeByName = Record<string, ColumnType>;

const TABLE_FILE_PATTERN = /^data\/.+\.csv$/;

export const isTablePath = (path: string): boolean => TABLE_FILE_PATTERN.test(path);

const tableModulePathOf = (path: string): string => path.replace(/csv$/, 'ts');

export function readTables({ manifest, lineOf }: ManifestWithLines, files: Files): DataTables {
	const tables: DataTables = { files: {}, lineOrigins: {}, problems: [] };
	const addProblem = (file: string, line: number, message: string) => tables.problems.push({ file, line, message });
	for (const [name, columns] of Object.entries(manifest.data)) {
		const path = `data/${name}`;
		const text = files[path];
		const line = lineOf(['data', name]);
		if (text === undefined) addProblem(CHALLENGE_MANIFEST_FILE, line, `there is no ${path}`);
		else if (files[tableModulePathOf(path)] !== undefined)
			addProblem(CHALLENGE_MANIFEST_FILE, line, `there is a ${tableModulePathOf(path)} too: keep one of them`);
		else readTable(path, text, columns, tables);
	}
	for (const path of Object.keys(files).filter(isTablePath)) {
		const name = path.slice('data/'.length);
		if (manifest.data[name] === undefined)
			addProblem(
				path,
				1,
				`its columns are not declared: write "${name}: { … }" under "data" in ${CHALLENGE_MANIFEST_FILE}`
			);
	}
	return tables;
}

function readTable(file: string, text: string, columns: ColumnTypeByName, tables: DataTables): void {
	const [header, ...rows] = parseCsvRows(text);
	const headerNames = header?.cells.map((cell) => cell.trim()) ?? [];
	const columnNames = Object.keys(columns);
	const faults = findHeaderFaults(headerNames, columnNames);
	tables.problems.push(...faults.map((message) => ({ file, line: header?.line ?? 1, message })));
	if (faults.length > 0) return;
	const lines = rows.map(({ line, cells }) => {
		const values = columnNames.flatMap((name) => {
			const cellText = cells[headerNames.indexOf(name)] ?? '';
			const cell = readCellValue(cellText, columns[name] ?? 'text');
			if ('fault' in cell) tables.problems.push({ file, line, message: `"${name}" ${cell.fault}` });
			return 'value' in cell && cell.value !== undefined ? [`${name}: ${JSON.stringify(cell.value)}`] : [];
		});
		if (cells.length !== headerNames.length)
			tables.problems.push({
				file,
				line,
				message: `has ${cells.length} cells, the header ${headerNames.length}: a text with a comma stands between quotes, "so, for example"`
			});
		return { line, code: `\t{ ${values.join(', ')} },` };
	});
	const path = tableModulePathOf(file);
	tables.files[path] = [
		`export const rows: ${rowTypeCodeOf(columns)}[] = [`,
		...lines.map(({ code }) => code),
		'];'
	].join('\n');
	tables.lineOrigins[path] = [1, ...lines.map(({ line }) => line), 1].map((line) => ({ file, line }));
}

function findHeaderFaults(names: readonly string[], columnNames: readonly string[]): string[] {
	const missingNames = columnNames.filter((name) => !names.includes(name));
	const unknownNames = names.filter((name) => !columnNames.includes(name));
	const repeatedName = names.find((name, index) => names.indexOf(name) < index);
	return [
		...missingNames.map((name) => `the header has no column "${name}": it names ${names.join(', ') || 'nothing'}`),
		...unknownNames.map(
			(name) => `"${name}" is not declared: ${CHALLENGE_MANIFEST_FILE} has ${columnNames.join(', ')}`
		),
		...(repeatedName === undefined ? [] : [`two columns are called "${repeatedName}"`])
	];
}

function rowTypeCodeOf(columns: ColumnTypeByName): string {
	const fields = Object.entries(columns).map(
		([name, type]) => `${name}${isOptionalColumn(type) ? '?' : ''}: ${typescriptTypeOfColumn(type)}`
	);
	return `{ ${fields.join('; ')} }`;
}

/** Returns the rows that are not empty, each with its line. Commas, semicolons or tabs separate cells, as the header shows. */
function parseCsvRows(text: string): { line: number; cells: string[] }[] {
	const firstLine = text.slice(0, text.search(/\n|$/));
	const delimiter = [';', '\t'].find((mark) => firstLine.includes(mark)) ?? ',';
	const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
	let line = 1;
	return data.flatMap((cells) => {
		const at = line;
		// A cell in quotes may have several lines.
		line += cells.join('').split('\n').length;
		return cells.every((cell) => cell.trim() === '') ? [] : [{ line: at, cells }];
	});
}
