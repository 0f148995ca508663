/** Messages by which a maker ties a folder to a problem and shows its versions. */
import * as v from 'valibot';
import { idSchema } from '#lib/domain/identity.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { SHOWN_VERSION_EXCESSES } from '#lib/domain/shown-version.ts';
import { parseStorable } from '#lib/domain/storable.ts';
import { folderFilesSchema, folderProblemSchema, studioApi } from './studio.ts';

const { formatSchema: format, refusedSchema } = studioApi;
const sentFields = { format, account: idSchema };

/** Ties a folder to the problem from which it was begun. */
const sentFolderTieSchema = v.strictObject({ ...sentFields, work: idSchema });
const sentShowingSchema = v.strictObject({ ...sentFields, files: folderFilesSchema });
export type SentFolderTie = v.InferOutput<typeof sentFolderTieSchema>;
export type SentShowing = v.InferOutput<typeof sentShowingSchema>;

export const parseSentFolderTie = (input: unknown): SentFolderTie | undefined =>
	parseWithSchema(sentFolderTieSchema, input);
export const parseSentShowing = (input: unknown): SentShowing | undefined => parseStorable(sentShowingSchema, input);

const folderTieAnswerSchema = v.variant('kind', [v.object({ format, kind: v.literal('tied') }), refusedSchema]);
const showingAnswerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('shown'), hash: v.string() }),
	/** The folder has problems, so its challenge cannot be played yet. */
	v.object({ format, kind: v.literal('problems'), problems: v.array(folderProblemSchema) }),
	/** The version can be played, but is too large to be shown. */
	v.object({ format, kind: v.literal('excess'), of: v.picklist(SHOWN_VERSION_EXCESSES) }),
	v.object({ format, kind: v.literal('ended') }),
	refusedSchema
]);
export type FolderTieAnswer = v.InferOutput<typeof folderTieAnswerSchema>;
export type ShowingAnswer = v.InferOutput<typeof showingAnswerSchema>;

/** Parsers of answers. Each returns `undefined` for any other input, such as a proxy's page or an unknown format. */
export const parseFolderTieAnswer = (input: unknown): FolderTieAnswer | undefined =>
	parseWithSchema(folderTieAnswerSchema, input);
export const parseShowingAnswer = (input: unknown): ShowingAnswer | undefined =>
	parseWithSchema(showingAnswerSchema, input);
