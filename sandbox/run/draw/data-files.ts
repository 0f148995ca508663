import { DrawError, type DrawLanguage, type ArgumentGuard } from './guard.ts';
import { PROVIDE_DATA_FILES_FUNCTION_NAME, type DataFiles } from '../../data-files.ts';

const TABLE_ERROR_TEXTS = {
	fr: {
		noColumn: (column: string, columns: string) => `Ce tableau n’a pas de colonne « ${column} ». Il a : ${columns}.`,
		noHeader: (column: string, path: string) =>
			`Ce tableau est lu sans noms de colonnes, donc sans « ${column} ». Écris loadTable('${path}', 'header') si sa première ligne les donne.`,
		noRow: (row: string, count: number) => `Ce tableau n’a pas de ligne ${row} : elles vont de 0 à ${count - 1}.`,
		noRows: 'Ce tableau n’a pas de ligne.',
		noColumnNumber: (column: string, count: number) =>
			`Ce tableau n’a pas de colonne ${column} : elles vont de 0 à ${count - 1}.`,
		emptyCell: (column: string) =>
			`Dans la colonne « ${column} », cette case est vide : elle ne contient pas de nombre.`,
		noNumber: (value: string, column: string) => `« ${value} », dans la colonne « ${column} », n’est pas un nombre.`
	},
	en: {
		noColumn: (column: string, columns: string) => `This table has no column “${column}”. It has: ${columns}.`,
		noHeader: (column: string, path: string) =>
			`This table is read without names of columns, so without “${column}”. Write loadTable('${path}', 'header') if its first line gives them.`,
		noRow: (row: string, count: number) => `This table has no row ${row}: they go from 0 to ${count - 1}.`,
		noRows: 'This table has no rows.',
		noColumnNumber: (column: string, count: number) =>
			`This table has no column ${column}: they go from 0 to ${count - 1}.`,
		emptyCell: (column: string) => `In the column “${column}”, this cell is empty: it holds no number.`,
		noNumber: (value: string, column: string) => `“${value}”, in the column “${column}”, is not a number.`
	}
} as const;

type ColumnNameOrIndex = string | number;
type RowCells = readonly string[];

/** A number as a table writes it, with a decimal point or, as in French, a comma. */
const NUMBER_PATTERN = /^[-+]?\d+(?:[.,]\d+)?$/;

class Table {
	readonly columns: string[];
	readonly rows: TableRow[];
	readonly #path: string;
	readonly #hasHeader: boolean;
	readonly #texts: (typeof TABLE_ERROR_TEXTS)[DrawLanguage];

	/** With `hasHeader`, the first line holds the names of the columns. */
	constructor(path: string, lines: readonly RowCells[], hasHeader: boolean, language: DrawLanguage) {
		this.#path = path;
		this.#hasHeader = hasHeader;
		this.#texts = TABLE_ERROR_TEXTS[language];
		this.columns = hasHeader ? (lines[0] ?? []).map((name) => name.trim()) : [];
		this.rows = lines.slice(hasHeader ? 1 : 0).map((cells) => new TableRow(this, cells));
	}

	getRowCount(): number {
		return this.rows.length;
	}
	getColumnCount(): number {
		return this.rows.reduce((most, { arr }) => Math.max(most, arr.length), this.columns.length);
	}
	getRows(): TableRow[] {
		return this.rows;
	}
	getRow(index: number): TableRow {
		const row = this.rows[index];
		if (row !== undefined) return row;
		const { noRow, noRows } = this.#texts;
		throw new DrawError(this.rows.length === 0 ? noRows : noRow(String(index), this.rows.length));
	}
	get(row: number, column: ColumnNameOrIndex): string {
		return this.getRow(row).get(column);
	}
	getString(row: number, column: ColumnNameOrIndex): string {
		return this.getRow(row).getString(column);
	}
	getNum(row: number, column: ColumnNameOrIndex): number {
		return this.getRow(row).getNum(column);
	}
	getColumn(column: ColumnNameOrIndex): string[] {
		return this.rows.map((row) => row.get(column));
	}
	findRow(value: string, column: ColumnNameOrIndex): TableRow | null {
		return this.rows.find((row) => row.get(column) === String(value)) ?? null;
	}
	findRows(value: string, column: ColumnNameOrIndex): TableRow[] {
		return this.rows.filter((row) => row.get(column) === String(value));
	}
	getArray(): string[][] {
		return this.rows.map(({ arr }) => [...arr]);
	}

	/** Returns the index of a column. Throws when no column has this name. */
	columnIndexOf(column: ColumnNameOrIndex): number {
		if (typeof column === 'number') {
			const count = this.getColumnCount();
			if (Number.isInteger(column) && column >= 0 && column < count) return column;
			throw new DrawError(this.#texts.noColumnNumber(String(column), count));
		}
		const index = this.columns.indexOf(column);
		if (index >= 0) return index;
		const { noColumn, noHeader } = this.#texts;
		throw new DrawError(this.#hasHeader ? noColumn(column, this.columns.join(', ')) : noHeader(column, this.#path));
	}
	refuseNonNumber(value: string, column: ColumnNameOrIndex): never {
		const { emptyCell, noNumber } = this.#texts;
		throw new DrawError(value.trim() === '' ? emptyCell(String(column)) : noNumber(value, String(column)));
	}
}

class TableRow {
	readonly arr: RowCells;
	readonly #table: Table;

	constructor(table: Table, cells: RowCells) {
		this.#table = table;
		this.arr = cells;
	}

	get obj(): Record<string, string> {
		return Object.fromEntries(this.#table.columns.map((name, index) => [name, this.arr[index] ?? '']));
	}
	get(column: ColumnNameOrIndex): string {
		return this.arr[this.#table.columnIndexOf(column)] ?? '';
	}
	getString(column: ColumnNameOrIndex): string {
		return this.get(column);
	}
	/** Returns a cell's number, also when it is written as in French: `1 234,5`. Throws when the cell holds none, as p5 does. */
	getNum(column: ColumnNameOrIndex): number {
		const text = this.get(column);
		const numberText = text.replace(/\s/g, '');
		return NUMBER_PATTERN.test(numberText)
			? Number(numberText.replace(',', '.'))
			: this.#table.refuseNonNumber(text, column);
	}
}

const DATA_FILE_ERROR_TEXTS = {
	fr: { brokenJson: (path: string, reason: string) => `Le fichier « ${path} » n’est pas du JSON : ${reason}` },
	en: { brokenJson: (path: string, reason: string) => `The file “${path}” is not JSON: ${reason}` }
} as const;

type LoadCallback<Data> = (data: Data) => void;

interface DataFileHost {
	language(): DrawLanguage;
	guard: ArgumentGuard;
	callAfterRunningCode(callback: () => void): void;
	/** The data files of the sketch, the same object for all sheets of `createGraphics`. */
	dataFiles: DataFiles;
}

export const createEmptyDataFiles = (): DataFiles => ({ texts: {}, tables: {} });

export function createDataFileFunctions({ language, guard, callAfterRunningCode, dataFiles }: DataFileHost) {
	const returnAndCallOnload = <Data>(data: Data, onload: LoadCallback<Data> | undefined): Data => {
		if (typeof onload === 'function') callAfterRunningCode(() => onload(data));
		return data;
	};
	const requireDataFileText = (writtenPath: string) =>
		guard.requireFile('data', writtenPath, new Map(Object.entries(dataFiles.texts)));
	return {
		/** Returns a table at once. Among p5's options only `'header'` counts: the separator is found in the file. */
		loadTable(path: string, ...options: (string | LoadCallback<Table>)[]): Table {
			const { path: name, file: lines } = guard.requireFile('data', path, new Map(Object.entries(dataFiles.tables)));
			const onload = options.find((option) => typeof option === 'function');
			return returnAndCallOnload(new Table(name, lines, options.includes('header'), language()), onload);
		},
		loadJSON(path: string, onload?: LoadCallback<unknown>): unknown {
			const { path: name, file: text } = requireDataFileText(path);
			return returnAndCallOnload(parseJson(name, text, language()), onload);
		},
		loadStrings(path: string, onload?: LoadCallback<string[]>): string[] {
			return returnAndCallOnload(requireDataFileText(path).file.replace(/\n$/, '').split('\n'), onload);
		},
		[PROVIDE_DATA_FILES_FUNCTION_NAME](provided: DataFiles): void {
			Object.assign(dataFiles, provided);
		}
	};
}

function parseJson(path: string, text: string, language: DrawLanguage): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new DrawError(
			DATA_FILE_ERROR_TEXTS[language].brokenJson(path, error instanceof Error ? error.message : String(error))
		);
	}
}
