/** Makes the folder that a zip holds of a project's files and the contents of its pictures. */
import type { ProjectDescription } from '#lib/domain/project.ts';
import { ownFilesOf, textFilesOf } from '#lib/domain/own-file/own-file.ts';
import type { Files, OwnFiles } from '#sandbox/contract.ts';
import type { PackedPicture, ProjectFolder } from './folder.ts';

/** Returns the files of a zip; a picture whose bytes are not in `contents` is left out. */
export async function packProject(files: Files, face: ProjectDescription, contents: OwnFiles): Promise<ProjectFolder> {
	const pictures: PackedPicture[] = [];
	for (const [path, file] of ownFilesOf(files)) {
		const content = contents[path];
		if (file === undefined || content === undefined) continue;
		pictures.push({ path, bytes: new Uint8Array(await content.arrayBuffer()), origin: file.origin });
	}
	return { files: textFilesOf(files), face, pictures };
}
