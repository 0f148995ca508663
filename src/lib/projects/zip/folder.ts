/** What a project's zip holds beside its files. Names and shapes are for other people's machines: they are not changed, only added to. */
import * as v from 'valibot';
import {
	LONGEST_TITLE,
	problemCardSchema,
	type ProblemCard,
	type ProjectFace,
	type ProjectKind
} from '#lib/domain/project.ts';
import type { Files } from '#sandbox/index.ts';

export const ZIP_FORMAT = 1;
export const MARK = 'braise.json';
export const CARD = 'card.json';

export interface Folder {
	files: Files;
	face: ProjectFace;
}

/** A format of its own is read before anything else, so that a newer one can be named as such. */
export const formatSchema = v.object({ format: v.number() });

export const markSchema: v.GenericSchema<unknown, { title: string; kind: ProjectKind }> = v.object({
	title: v.pipe(v.string(), v.maxLength(LONGEST_TITLE)),
	kind: v.picklist(['sketch', 'page'])
});

export const cardSchema: v.GenericSchema<unknown, ProblemCard> = problemCardSchema;

export const LIMITS = {
	/** Of the zip, of what is in it, and of one file, in bytes. */
	zip: 2_000_000,
	unpacked: 2_000_000,
	file: 300_000,
	files: 100
};
