import { strToU8, zipSync } from 'fflate';
import { findFreeName, ownFilesOf, textFilesOf } from '#lib/domain/own-file/own-file.ts';
import {
	projectKindOf,
	type ProjectDescription,
	isReservedZipName,
	ZIP_PROBLEM_CARD_FILE,
	ZIP_PROJECT_MARK_FILE
} from '#lib/domain/project.ts';
import type { Files, OwnFiles } from '#sandbox/contract.ts';
import { PROJECT_ZIP_FORMAT, type ProjectZipContent, type PackedOwnFile } from './folder.ts';
import { readStoredProjectItems, replaceStoredItems } from '#lib/domain/project-store.ts';

/** Returns the contents of a project's zip; own files whose bytes are not in `contents` are left out. */
export async function packProject(
	files: Files,
	description: ProjectDescription,
	contents: OwnFiles
): Promise<ProjectZipContent> {
	const ownFiles: PackedOwnFile[] = [];
	for (const [path, file] of ownFilesOf(files)) {
		const content = contents[path];
		if (file === undefined || content === undefined) continue;
		ownFiles.push({ path, bytes: new Uint8Array(await content.arrayBuffer()), origin: file.origin });
	}
	return { files: replaceStoredItems(textFilesOf(files), readStoredProjectItems(files)), description, ownFiles };
}

export function writeProjectZip({ files, description, ownFiles }: ProjectZipContent): Uint8Array<ArrayBuffer> {
	const origins = Object.fromEntries(ownFiles.flatMap(({ path, origin }) => (origin ? [[path, origin]] : [])));
	const originalNames = findReservedFileRenames(files);
	const nameInZip = new Map(Object.entries(originalNames).map(([zipName, name]) => [name, zipName]));
	const projectMark = {
		format: PROJECT_ZIP_FORMAT,
		title: description.title,
		kind: projectKindOf(files),
		...(ownFiles.length > 0 && { origins }),
		...(Object.keys(originalNames).length > 0 && { originalNames })
	};
	const textByPath = {
		...Object.fromEntries(Object.entries(files).map(([path, text]) => [nameInZip.get(path) ?? path, text])),
		[ZIP_PROJECT_MARK_FILE]: `${JSON.stringify(projectMark, null, '\t')}\n`,
		...(description.card ? { [ZIP_PROBLEM_CARD_FILE]: `${JSON.stringify(description.card, null, '\t')}\n` } : {})
	};
	const entries: [string, Uint8Array][] = Object.entries(textByPath).map(([path, text]) => [path, strToU8(text)]);
	for (const { path, bytes } of ownFiles) entries.push([path, bytes]);
	return new Uint8Array(zipSync(Object.fromEntries(entries)));
}

const findReservedFileRenames = (files: Files): Record<string, string> =>
	Object.fromEntries(
		Object.keys(files)
			.filter(isReservedZipName)
			.map((path) => [findFreeName(path, 'json', files, 'data'), path])
	);
