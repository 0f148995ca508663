import { strToU8, zipSync } from 'fflate';
import { projectKindOf } from '#lib/domain/project.ts';
import { PROBLEM_CARD_FILE, PROJECT_MARK_FILE, ZIP_FORMAT, type ProjectFolder } from './folder.ts';

export function writeProjectZip({ files, face, ownFiles }: ProjectFolder): Uint8Array<ArrayBuffer> {
	const origins = Object.fromEntries(ownFiles.flatMap(({ path, origin }) => (origin ? [[path, origin]] : [])));
	const projectMark = {
		format: ZIP_FORMAT,
		title: face.title,
		kind: projectKindOf(files),
		...(ownFiles.length > 0 && { origins })
	};
	const textByPath = {
		...files,
		[PROJECT_MARK_FILE]: `${JSON.stringify(projectMark, null, '\t')}\n`,
		...(face.card ? { [PROBLEM_CARD_FILE]: `${JSON.stringify(face.card, null, '\t')}\n` } : {})
	};
	const entries: [string, Uint8Array][] = Object.entries(textByPath).map(([path, text]) => [path, strToU8(text)]);
	for (const { path, bytes } of ownFiles) entries.push([path, bytes]);
	return new Uint8Array(zipSync(Object.fromEntries(entries)));
}
