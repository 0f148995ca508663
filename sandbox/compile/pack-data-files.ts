import Papa from 'papaparse';
import type { Files, Sources } from '../contract.ts';
import { PROVIDE_DATA_FILES_FUNCTION_NAME } from '../data-files.ts';
import { isCodeFile } from './loader.ts';
import { DRAW_MODULE } from './modules.ts';

/** No file of a project can have this name. */
const DATA_PROVIDING_FILE_PATH = 'braise/data-files.js';
const DATA_FILE_PATTERN = /\.(?:csv|json|txt)$/;
const LOADING_CALL_PATTERN = /\bload(?:Table|JSON|Strings)\b/;

/** Adds a file that holds the data, imported by each file that loads some. A challenge or page stays as it is. */
export function packDataFiles(sources: Sources): Sources {
	if (sources.scene !== undefined || sources.page !== undefined || sources.checks.length > 0) return sources;
	const loadingPaths = Object.keys(sources.files).filter((path) => loadsDataFiles(path, sources.files[path] ?? ''));
	if (loadingPaths.length === 0) return sources;
	const files: Files = { ...sources.files, [DATA_PROVIDING_FILE_PATH]: writeDataProvidingCode(sources.files) };
	for (const path of loadingPaths) files[path] += dataImportLineFor(path);
	return { ...sources, files };
}

/** Never true for files under `data/`, because they may not import `braise/draw`. */
const loadsDataFiles = (path: string, text: string): boolean =>
	isCodeFile(path) && !path.startsWith('data/') && LOADING_CALL_PATTERN.test(text);

/** The line begins with `export`, by which `moveDiagnosticBeforeAddedLine` recognises an error in an unfinished program. */
const dataImportLineFor = (path: string): string =>
	`\nexport {}; import '${'../'.repeat(path.split('/').length - 1) || './'}${DATA_PROVIDING_FILE_PATH}';`;

/** The texts that were packed last, and the code made from them. They are kept, because most edits change no data. */
let latestPackedTexts: Files = {};
let latestPackedCode = '';

function writeDataProvidingCode(files: Files): string {
	const texts = Object.fromEntries(Object.entries(files).filter(([path]) => DATA_FILE_PATTERN.test(path)));
	if (latestPackedCode !== '' && hasSameTexts(texts, latestPackedTexts)) return latestPackedCode;
	const tables = Object.entries(texts)
		.filter(([path]) => !path.endsWith('.json'))
		.map(([path, text]) => [path, Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' }).data] as const);
	const dataFiles = { texts, tables: Object.fromEntries(tables) };
	latestPackedTexts = texts;
	latestPackedCode = `import { ${PROVIDE_DATA_FILES_FUNCTION_NAME} } from '${DRAW_MODULE}';\n${PROVIDE_DATA_FILES_FUNCTION_NAME}(${JSON.stringify(dataFiles)});`;
	return latestPackedCode;
}

function hasSameTexts(texts: Files, others: Files): boolean {
	const paths = Object.keys(texts);
	return paths.length === Object.keys(others).length && paths.every((path) => texts[path] === others[path]);
}
