import { describeOwnFile } from '#lib/domain/own-file/content-hash.ts';
import { MOST_VERSION_FILES } from '#lib/domain/file-size.ts';
import {
	findFreeFileName,
	findFreeName,
	findOwnFileExcess,
	formatOwnFile,
	type FileOrigin,
	OWN_FILE_LIMITS
} from '#lib/domain/own-file/own-file.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Files } from '#sandbox/contract.ts';
import type { NewOwnFile, ProjectSession } from '../project/project-session.svelte.ts';
import { importFile, type ImportedFile, type ImportFileRefusal } from '#lib/projects/own-files/import-file.ts';
import {
	looksLikeDataFile,
	readDataFile,
	type DataFileEnding,
	type DataFileRefusal
} from '#lib/projects/own-files/read-data-file.ts';
import type { Language } from '#lib/domain/language.ts';
import { readyMadeMapAddress, type ReadyMadeMap } from '#lib/domain/ready-made.ts';

const FILE_STEM_BY_MAP: Record<ReadyMadeMap, typeof m.files_map_file_countries> = {
	departments: m.files_map_file_departments,
	countries: m.files_map_file_countries
};

/** Resolves to the map's JSON file with its names in this language; to null when the server does not answer. */
export async function fetchReadyMap(map: ReadyMadeMap, language: Language): Promise<File | null> {
	try {
		const response = await fetch(readyMadeMapAddress(map, language));
		if (!response.ok) return null;
		return new File([await response.blob()], `${FILE_STEM_BY_MAP[map]({}, { locale: language })}.json`);
	} catch {
		return null;
	}
}

/** Matches the names of HEIC photographs, which an iPhone makes unless it is set otherwise. */
const HEIC_NAME_PATTERN = /\.hei[cf]$/i;

const IMPORT_REFUSAL_TEXTS: Record<
	ImportFileRefusal | DataFileRefusal | 'count' | 'bytes' | 'page-only',
	(inputs: { name: string }) => string
> = {
	kind: ({ name }) => (HEIC_NAME_PATTERN.test(name) ? m.files_refused_heic({ name }) : m.files_refused_kind({ name })),
	heavy: m.files_refused_heavy,
	large: m.files_refused_large,
	broken: m.files_refused_broken,
	svg: m.files_refused_svg,
	'sound-kind': m.files_refused_sound_kind,
	'sound-heavy': m.files_refused_sound_heavy,
	'sound-broken': m.files_refused_sound_broken,
	'sound-codec': m.files_refused_sound_codec,
	'film-kind': m.files_refused_film_kind,
	'page-only-kind': m.files_refused_kind,
	'page-only-heavy': m.files_refused_page_only_heavy,
	'page-only-broken': m.files_refused_page_only_broken,
	'page-only': m.files_refused_page_only,
	'data-heavy': m.files_refused_data_heavy,
	'data-broken': m.files_refused_data_broken,
	workbook: m.files_refused_workbook,
	count: ({ name }) => m.files_refused_count({ name, own: OWN_FILE_LIMITS.files, files: MOST_VERSION_FILES }),
	bytes: m.files_refused_bytes
};

const importRefusalText = (name: string, reason: keyof typeof IMPORT_REFUSAL_TEXTS): string =>
	IMPORT_REFUSAL_TEXTS[reason]({ name });

export interface FileAwaitingOrigin {
	path: string;
	importedFile: ImportedFile;
	previewAddress: string;
}

const OWN_WORK_ORIGIN: FileOrigin = { kind: 'mine' };

export class IncomingFiles {
	waitingFiles = $state.raw<readonly FileAwaitingOrigin[]>([]);
	refusalSentences = $state.raw<readonly string[]>([]);
	/** Names of the data files that were added without a question, because data files need no origin. */
	addedDataNames = $state.raw<readonly string[]>([]);
	isPreparing = $state(false);
	readonly #session: ProjectSession;

	constructor(session: ProjectSession) {
		this.#session = session;
	}

	/** Prepares files for the project, one after the other, since a photograph takes much memory. */
	async importFiles(files: readonly File[]): Promise<void> {
		if (files.length === 0) return;
		this.refusalSentences = [];
		this.addedDataNames = [];
		this.isPreparing = true;
		try {
			for (const file of files) await (looksLikeDataFile(file) ? this.#addData(file) : this.#prepareOwnFile(file));
		} finally {
			this.isPreparing = false;
		}
	}

	async #prepareOwnFile(file: File): Promise<void> {
		const importResult = await importFile(file);
		const reason = importResult.kind === 'refused' ? importResult.reason : this.#reasonToRefuse(importResult);
		if (importResult.kind === 'refused' || reason !== null) {
			const sentence = importRefusalText(file.name, reason ?? 'broken');
			this.refusalSentences = [...this.refusalSentences, sentence];
			return;
		}
		const path = findFreeFileName(file.name, importResult.type, this.#filesWithWaiting(), defaultNameOf(importResult));
		const address = URL.createObjectURL(new Blob([importResult.bytes], { type: importResult.type }));
		this.waitingFiles = [...this.waitingFiles, { path, importedFile: importResult, previewAddress: address }];
	}

	async #addData(file: File): Promise<void> {
		const readResult = await readDataFile(file);
		const reason = readResult.kind === 'refused' ? readResult.reason : this.#reasonToRefuseData(readResult.ending);
		if (readResult.kind === 'refused' || reason !== null) {
			this.refusalSentences = [...this.refusalSentences, importRefusalText(file.name, reason ?? 'data-broken')];
			return;
		}
		const path = findFreeName(file.name, readResult.ending, this.#filesWithWaiting(), m.files_default_data());
		this.#session.editFiles({ ...this.#session.files, [path]: readResult.text });
		this.addedDataNames = [...this.addedDataNames, path];
	}

	#reasonToRefuseData(ending: DataFileEnding) {
		if (!this.#session.fileEndings.includes(`.${ending}`)) return 'kind';
		return Object.keys(this.#filesWithWaiting()).length >= MOST_VERSION_FILES ? 'count' : null;
	}

	#reasonToRefuse({ kind, bytes }: ImportedFile) {
		const isForPages = kind !== 'picture' && kind !== 'sound';
		if (isForPages && this.#session.kind !== 'page') return 'page-only';
		return findOwnFileExcess(this.#filesWithWaiting(), bytes.length);
	}

	/** Adds the waiting files with their origin, and resolves to their names; to none when this browser cannot keep them. */
	async addWaitingFiles(origin: FileOrigin): Promise<string[]> {
		const files = this.waitingFiles.map((each) => describeNewFile(each, origin));
		if (!(await this.#session.addOwnFiles(files))) {
			this.refusalSentences = [m.files_not_kept()];
			return [];
		}
		this.forgetWaitingFiles();
		return files.map(({ path }) => path);
	}

	forgetWaitingFiles(): void {
		for (const { previewAddress: address } of this.waitingFiles) URL.revokeObjectURL(address);
		this.waitingFiles = [];
	}

	#filesWithWaiting(): Files {
		const waitingEntries = this.waitingFiles.map(
			(each) => [each.path, formatOwnFile(describeNewFile(each, OWN_WORK_ORIGIN).file)] as const
		);
		return { ...this.#session.files, ...Object.fromEntries(waitingEntries) };
	}
}

const DEFAULT_NAME_BY_KIND: Record<ImportedFile['kind'], () => string> = {
	picture: m.files_default_name,
	sound: m.files_default_sound,
	font: m.files_default_font,
	film: m.files_default_film,
	model: m.files_default_model
};

const defaultNameOf = ({ kind }: ImportedFile): string => DEFAULT_NAME_BY_KIND[kind]();

const describeNewFile = ({ path, importedFile: imported }: FileAwaitingOrigin, origin: FileOrigin): NewOwnFile => ({
	path,
	file: describeOwnFile(imported.bytes, imported, origin),
	bytes: imported.bytes
});
