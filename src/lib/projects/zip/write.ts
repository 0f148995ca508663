import { strToU8, zipSync } from 'fflate';
import { kindOf } from '#lib/domain/project.ts';
import { CARD, MARK, ZIP_FORMAT, type Folder } from './folder.ts';

export function zipOf({ files, face }: Folder): Uint8Array<ArrayBuffer> {
	const mark = { format: ZIP_FORMAT, title: face.title, kind: kindOf(files) };
	const texts = {
		...files,
		[MARK]: `${JSON.stringify(mark, null, '\t')}\n`,
		...(face.card ? { [CARD]: `${JSON.stringify(face.card, null, '\t')}\n` } : {})
	};
	const entries = Object.entries(texts).map(([path, text]) => [path, strToU8(text)]);
	return new Uint8Array(zipSync(Object.fromEntries(entries)));
}
