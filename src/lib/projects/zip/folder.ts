/** The contents of a project's zip, whose names and shapes never change, since other machines read them. */
import * as v from 'valibot';
import {
	LONGEST_TITLE,
	problemCardSchema,
	type ProblemCard,
	type ProjectDescription,
	type ProjectKind
} from '#lib/domain/project.ts';
import type { Files } from '#sandbox/contract.ts';

export const ZIP_FORMAT = 1;
export const PROJECT_MARK_FILE = 'braise.json';
export const PROBLEM_CARD_FILE = 'card.json';

export interface ProjectFolder {
	files: Files;
	face: ProjectDescription;
}

/** Parsed first, so that a newer format can be reported as such. */
export const zipFormatSchema = v.object({ format: v.number() });

export const projectMarkSchema: v.GenericSchema<unknown, { title: string; kind: ProjectKind }> = v.object({
	title: v.pipe(v.string(), v.maxLength(LONGEST_TITLE)),
	kind: v.picklist(['sketch', 'page'])
});

export const cardSchema: v.GenericSchema<unknown, ProblemCard> = problemCardSchema;

export const ZIP_LIMITS = {
	/** Bytes of the zip, of all its unpacked contents and of one file, and the number of files. */
	zip: 2_000_000,
	unpacked: 2_000_000,
	file: 300_000,
	files: 100
};
