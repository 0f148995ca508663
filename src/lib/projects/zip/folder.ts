/** The contents of a project's zip, whose names and shapes never change, since other machines read them. */
import * as v from 'valibot';
import {
	LONGEST_TITLE,
	problemCardSchema,
	type ProblemCard,
	type ProjectDescription,
	type ProjectKind
} from '#lib/domain/project.ts';
import { MOST_FILES } from '#lib/domain/file-size.ts';
import { originSchema, type FileOrigin } from '#lib/domain/own-file/own-file.ts';
import type { Files } from '#sandbox/contract.ts';

export const ZIP_FORMAT = 1;
export const PROJECT_MARK_FILE = 'braise.json';
export const PROBLEM_CARD_FILE = 'card.json';

/** A picture as it stands in a zip. */
export interface PackedPicture {
	path: string;
	bytes: Uint8Array<ArrayBuffer>;
	/** Null when nobody was asked, as in a zip that was packed by hand. */
	origin: FileOrigin | null;
}

export interface ProjectFolder {
	/** Texts alone. */
	files: Files;
	face: ProjectDescription;
	pictures: PackedPicture[];
}

/** Parsed first, so that a newer format can be reported as such. */
export const zipFormatSchema = v.object({ format: v.number() });

export interface ProjectMark {
	title: string;
	kind: ProjectKind;
	/** Of pictures, by path; absent in a project without any. */
	origins: Record<string, FileOrigin>;
}

export const projectMarkSchema: v.GenericSchema<unknown, ProjectMark> = v.object({
	title: v.pipe(v.string(), v.maxLength(LONGEST_TITLE)),
	kind: v.picklist(['sketch', 'page']),
	origins: v.optional(v.record(v.string(), originSchema), {})
});

export const cardSchema: v.GenericSchema<unknown, ProblemCard> = problemCardSchema;

export const ZIP_LIMITS = {
	/** Bytes of the zip, of all its unpacked contents, of all texts and of one. */
	zip: 7_000_000,
	unpacked: 7_000_000,
	texts: 2_000_000,
	file: 300_000,
	/** Entries: the files of a project, its mark and its card, each with what a Mac adds to it. */
	files: (MOST_FILES + 2) * 2
};
