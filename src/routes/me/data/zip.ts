/** Zips a person's data file, with a folder for the newest version of each work. */
import { strToU8, zipSync } from 'fflate';
import * as v from 'valibot';
import { fromBase64 } from '#lib/domain/own-file/base64.ts';
import { isOwnFilePath, parseOwnFile } from '#lib/domain/own-file/own-file.ts';
import { fileNameFor } from '#lib/projects/download.ts';

const versionSchema = v.object({
	id: v.string(),
	files: v.record(v.string(), v.string()),
	project: v.nullable(v.object({ title: v.string() }))
});
const personalDataSchema = v.object({
	works: v.array(
		v.object({
			id: v.string(),
			head: v.string(),
			challenge: v.nullable(v.object({ id: v.string() })),
			versions: v.array(versionSchema),
			/** Contents of own files in base64, by hash; absent in data files of earlier formats. */
			ownFiles: v.optional(v.record(v.string(), v.string()), {})
		})
	)
});

/** Returns the bytes of an own file, of which a work has only the description; undefined for other files. */
function decodeOwnFileBytes(text: string, path: string, ownFiles: Record<string, string>): Uint8Array | undefined {
	const file = isOwnFilePath(path) ? parseOwnFile(text) : undefined;
	return file && fromBase64(ownFiles[file.sha256] ?? '-');
}

export function createDataZip(text: string): Uint8Array<ArrayBuffer> {
	const entries: [string, Uint8Array][] = [['braise-data.json', strToU8(text)]];
	v.parse(personalDataSchema, JSON.parse(text)).works.forEach(({ head, challenge, versions, ownFiles }, place) => {
		const latestVersion = versions.find(({ id }) => id === head) ?? versions.at(-1);
		const folderName = `${place + 1}-${fileNameFor(latestVersion?.project?.title ?? '', challenge?.id ?? 'work', '')}`;
		for (const [path, content] of Object.entries(latestVersion?.files ?? {})) {
			// Replace `..` although paths were checked when the work was saved, so that no file can leave its folder.
			entries.push([
				`${folderName}/${path.replaceAll('..', '_')}`,
				decodeOwnFileBytes(content, path, ownFiles) ?? strToU8(content)
			]);
		}
	});
	return new Uint8Array(zipSync(Object.fromEntries(entries)));
}
