import { ownFilesOf, textFilesOf, type OwnFile } from '#lib/domain/own-file/own-file.ts';
import { PAGE_FILE, PROGRAM_FILE, projectKindOf } from '#lib/domain/project.ts';
import { fetchOwnFileOfCopy } from '#lib/wire/own-file.ts';
import type { Files } from '#sandbox/contract.ts';
import { fetchPageLibraryScripts } from '#sandbox/libraries/fetch.ts';
import type { AttemptOptions } from '../code/program.svelte.ts';
import { findFileContents, waitBrieflyForFiles, type ArrivingFileContents } from './arriving-contents.ts';

export function attemptOptionsOfProject(files: Files): Omit<AttemptOptions, 'sceneInput' | 'ownFileContents'> {
	const kind = projectKindOf(files);
	const textFiles = textFilesOf(files);
	const pageSource = kind === 'page' ? { page: PAGE_FILE } : {};
	return {
		sources: { files: textFiles, program: PROGRAM_FILE, checks: [], ...pageSource },
		studentFiles: textFiles,
		kind,
		checksFile: null,
		whenSaved: Promise.resolve(),
		...(kind === 'page' && { library: fetchPageLibraryScripts(files[PAGE_FILE] ?? '') })
	};
}

/**
 * Finds the contents of own files; undefined where there are none. `copyAddress`: address of the copy, as
 * `fetchOwnFileOfCopy` takes it. `onmissing` is called with the paths of the files that have not reached the server.
 */
export function findFrozenContents(
	copyAddress: string,
	files: Files,
	onmissing: (paths: string[]) => void
): ArrivingFileContents | undefined {
	const ownFiles = ownFilesOf(files);
	if (ownFiles.size === 0) return undefined;
	const fetchContent = async (file: OwnFile): Promise<Blob | undefined> => {
		const bytes = await fetchOwnFileOfCopy(copyAddress, file).catch(() => undefined);
		return bytes && new Blob([bytes], { type: file.type });
	};
	const contents = findFileContents(ownFiles, fetchContent, waitBrieflyForFiles);
	void contents.missingPaths.then(onmissing);
	return contents;
}
