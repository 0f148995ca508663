import * as v from 'valibot';
import { idSchema } from '#lib/domain/identity.ts';
import { parseWithSchema, parseStorable } from '#lib/domain/parse.ts';
import { SHOWN_VERSION_EXCESSES } from '#lib/domain/demo.ts';
import { folderFilesSchema, folderProblemSchema, studioApi } from './studio.ts';

const { formatSchema: format, refusedSchema } = studioApi;
const commonSentFields = { format, account: idSchema };

const sentFolderProblemTieSchema = v.strictObject({ ...commonSentFields, work: idSchema });
const sentDemoSchema = v.strictObject({ ...commonSentFields, files: folderFilesSchema });
export type SentFolderProblemTie = v.InferOutput<typeof sentFolderProblemTieSchema>;
export type SentDemo = v.InferOutput<typeof sentDemoSchema>;

export const parseSentFolderProblemTie = (input: unknown): SentFolderProblemTie | undefined =>
	parseWithSchema(sentFolderProblemTieSchema, input);
export const parseSentDemo = (input: unknown): SentDemo | undefined => parseStorable(sentDemoSchema, input);

const folderProblemTieAnswerSchema = v.variant('kind', [v.object({ format, kind: v.literal('tied') }), refusedSchema]);
const demoAnswerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('shown'), hash: v.string() }),
	/** The folder has problems, so its challenge cannot be played yet. */
	v.object({ format, kind: v.literal('problems'), problems: v.array(folderProblemSchema) }),
	/** The version can be played, but is too large to be shown. */
	v.object({ format, kind: v.literal('excess'), of: v.picklist(SHOWN_VERSION_EXCESSES) }),
	v.object({ format, kind: v.literal('ended') }),
	refusedSchema
]);
export type FolderProblemTieAnswer = v.InferOutput<typeof folderProblemTieAnswerSchema>;
export type DemoAnswer = v.InferOutput<typeof demoAnswerSchema>;

export const parseFolderProblemTieAnswer = (input: unknown): FolderProblemTieAnswer | undefined =>
	parseWithSchema(folderProblemTieAnswerSchema, input);
export const parseDemoAnswer = (input: unknown): DemoAnswer | undefined => parseWithSchema(demoAnswerSchema, input);
