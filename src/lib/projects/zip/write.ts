import { strToU8, zipSync } from 'fflate';
import { kindOf } from '#lib/domain/project.ts';
import { CARD_FILE, MARK_FILE, ZIP_FORMAT, type ProjectFolder } from './folder.ts';

export function writeZip({ files, face }: ProjectFolder): Uint8Array<ArrayBuffer> {
	const mark = { format: ZIP_FORMAT, title: face.title, kind: kindOf(files) };
	const texts = {
		...files,
		[MARK_FILE]: `${JSON.stringify(mark, null, '\t')}\n`,
		...(face.card ? { [CARD_FILE]: `${JSON.stringify(face.card, null, '\t')}\n` } : {})
	};
	const entries = Object.entries(texts).map(([path, text]) => [path, strToU8(text)]);
	return new Uint8Array(zipSync(Object.fromEntries(entries)));
}
