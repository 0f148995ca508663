/** Defines the contents of a project's zip, whose names and fields never change: other machines read them. */
import * as v from 'valibot';
import { LONGEST_PROJECT_TITLE, type ProjectDescription, isReservedZipName } from '#lib/domain/project.ts';
import { MOST_DATA_FILE_BYTES, MOST_VERSION_FILES } from '#lib/domain/file-size.ts';
import { fileOriginSchema, type FileOrigin } from '#lib/domain/own-file/own-file.ts';
import type { Files } from '#sandbox/contract.ts';

export const PROJECT_ZIP_FORMAT = 1;

export interface PackedOwnFile {
	path: string;
	bytes: Uint8Array<ArrayBuffer>;
	/** Origin of the file; null when unknown, as in a zip that was packed by hand. */
	origin: FileOrigin | null;
}

export interface ProjectZipContent {
	/** Text files and the project's store, without own files. */
	files: Files;
	description: ProjectDescription;
	ownFiles: PackedOwnFile[];
}

/** Schema of the format number, parsed before anything else, so that a zip of a newer format is recognised. */
export const zipFormatSchema = v.object({ format: v.number() });

export const projectManifestSchema = v.object({
	title: v.pipe(v.string(), v.maxLength(LONGEST_PROJECT_TITLE)),
	kind: v.picklist(['sketch', 'page']),
	origins: v.optional(v.record(v.string(), fileOriginSchema), {}),
	/** Original names of files that were renamed in the zip, by name in the zip; absent when none was renamed. */
	originalNames: v.optional(v.record(v.string(), v.pipe(v.string(), v.check(isReservedZipName))), {})
});
export type ProjectManifest = v.InferOutput<typeof projectManifestSchema>;

export const PROJECT_ZIP_LIMITS = {
	/** Upper limits in bytes: of the zip, of all unpacked contents, of all texts, and of one file. */
	zipBytes: 7_000_000,
	unpackedBytes: 7_000_000,
	textBytes: 2_000_000,
	fileBytes: MOST_DATA_FILE_BYTES,
	/** Upper limit of entries in the zip: a project's files, format mark and card, each with the extra file that a Mac adds. */
	files: (MOST_VERSION_FILES + 2) * 2
};
