/** Parses works and versions from outside: from a database row, a file, the network. */
import * as v from 'valibot';
import { LANGUAGES } from './language.ts';
import { parseWithSchema } from './parse.ts';
import { projectDescriptionSchema } from './project.ts';
import {
	WORK_FORMAT,
	WORK_KINDS,
	type Decision,
	type Decisions,
	type PinnedChallenge,
	type Version,
	type Work
} from './work.ts';

export const pinnedChallengeSchema: v.GenericSchema<unknown, PinnedChallenge> = v.object({
	id: v.string(),
	version: v.string(),
	hash: v.string()
});

export const decisionSchema: v.GenericSchema<unknown, Decision> = v.object({
	option: v.nullable(v.string()),
	values: v.exactOptional(v.record(v.string(), v.pipe(v.number(), v.finite()))),
	position: v.string()
});

export const decisionsSchema: v.GenericSchema<unknown, Decisions> = v.record(v.string(), decisionSchema);

export const workFilesSchema = v.record(v.string(), v.string());

export const workSchema: v.GenericSchema<unknown, Work> = v.object({
	format: v.literal(WORK_FORMAT),
	id: v.pipe(v.string(), v.nonEmpty()),
	kind: v.picklist(WORK_KINDS),
	challenge: v.nullable(pinnedChallengeSchema),
	language: v.picklist(LANGUAGES),
	authors: v.array(v.string()),
	createdAt: v.number(),
	head: v.pipe(v.string(), v.nonEmpty())
});

export const versionSchema: v.GenericSchema<unknown, Version> = v.object({
	id: v.pipe(v.string(), v.nonEmpty()),
	work: v.string(),
	parent: v.nullable(v.string()),
	savedAt: v.number(),
	files: workFilesSchema,
	steps: v.unknown(),
	decision: v.nullable(decisionSchema),
	others: v.exactOptional(decisionsSchema),
	// Rows stored before projects existed lack the field `project`.
	project: v.optional(v.nullable(projectDescriptionSchema), null)
});

/** Reads a work; `undefined` when the input is not a work of a known format. */
export const parseWork = (input: unknown): Work | undefined => parseWithSchema(workSchema, input);

export const parseVersion = (input: unknown): Version | undefined => parseWithSchema(versionSchema, input);
