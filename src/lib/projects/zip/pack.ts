/** Gathers a project's texts and own files for a zip. */
import type { ProjectDescription } from '#lib/domain/project.ts';
import { ownFilesOf, textFilesOf } from '#lib/domain/own-file/own-file.ts';
import { readStoredProjectItems, replaceStoredItems } from '#lib/domain/project-store.ts';
import type { Files, OwnFiles } from '#sandbox/contract.ts';
import type { PackedOwnFile, ProjectZipContent } from './folder.ts';

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
