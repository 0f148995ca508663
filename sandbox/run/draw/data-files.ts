/** `loadTable`, `loadJSON` and `loadStrings`: a sketch reads the data files of its project. */
import { PROVIDE_DATA_FILES_FUNCTION_NAME, type DataFiles } from '../../data-files.ts';
import { DrawError, type DrawLanguage } from './draw-error.ts';
import type { ArgumentGuard } from './guard.ts';
import { Table } from './table.ts';

const DATA_FILE_ERROR_TEXTS = {
	fr: { brokenJson: (path: string, reason: string) => `Le fichier « ${path} » n’est pas du JSON : ${reason}` },
	en: { brokenJson: (path: string, reason: string) => `The file “${path}” is not JSON: ${reason}` }
} as const;

type LoadCallback<Data> = (data: Data) => void;

interface DataFileHost {
	language(): DrawLanguage;
	guard: ArgumentGuard;
	/** Calls a function once the running code has ended. */
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
