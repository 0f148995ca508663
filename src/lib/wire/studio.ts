import * as v from 'valibot';
import { isChallengeFilePath } from '#lib/domain/challenge-folder.ts';
import type { Challenge } from '#lib/domain/challenge.ts';
import { LONGEST_PATH, MOST_VERSION_FILES } from '#lib/domain/file-size.ts';
import { idSchema } from '#lib/domain/identity.ts';
import { parseWithSchema, parseStorable } from '#lib/domain/parse.ts';
import { COMMON_REFUSAL_STATUSES, defineApi } from './api.ts';
import { MOST_VERSION_BYTES } from './sync.ts';

export const studioApi = defineApi(1, {
	...COMMON_REFUSAL_STATUSES,
	/** The challenge's id belongs to another account. */
	taken: 409,
	/** Another folder was published under this version number. */
	'version-taken': 409,
	'too-often': 429,
	/** The process that checks the folder took too long or ended, for example because the server is stopping. */
	busy: 503
});

export const LARGEST_FOLDER_REQUEST_BYTES = 3_000_000;

const UNSAFE_PATH_PATTERN = /(^|\/)\.|\/\/|\/$|\\|\0/;
export const folderFilesSchema = v.pipe(
	v.record(
		v.pipe(
			v.string(),
			v.maxLength(LONGEST_PATH),
			v.check((path) => isChallengeFilePath(path) && !UNSAFE_PATH_PATTERN.test(path))
		),
		v.string()
	),
	v.check((files) => Object.keys(files).length <= MOST_VERSION_FILES, 'too many files'),
	v.check((files) => JSON.stringify(files).length <= MOST_VERSION_BYTES, 'too large')
);

const sentFolderFields = { format: studioApi.formatSchema, account: idSchema, files: folderFilesSchema };
const sentFolderSchema = v.strictObject({
	...sentFolderFields,
	name: v.pipe(v.string(), v.maxLength(100)),
	/** Whether to judge the folder's programs too, and to check their types. */
	isWhole: v.boolean(),
	/** Hash of the challenge that the browser already has, which is then not sent again; null for none. */
	known: v.nullable(v.string())
});
const sentPublicationSchema = v.strictObject({
	...sentFolderFields,
	madeFrom: v.nullable(v.pipe(v.string(), v.maxLength(100)))
});

const shortTextSchema = v.pipe(v.string(), v.maxLength(300));
const sentNewFolderSchema = v.strictObject({
	format: studioApi.formatSchema,
	account: idSchema,
	/** Answers to the questions of the author's command: see scripts/challenge/new. */
	answers: v.strictObject({
		id: shortTextSchema,
		language: shortTextSchema,
		kind: shortTextSchema,
		person: shortTextSchema,
		example: shortTextSchema
	})
});
const sentFolderLinkSchema = v.strictObject({ format: studioApi.formatSchema, account: idSchema });

export type SentFolder = v.InferOutput<typeof sentFolderSchema>;
export type SentPublication = v.InferOutput<typeof sentPublicationSchema>;

export const parseSentFolder = (input: unknown): SentFolder | undefined => parseStorable(sentFolderSchema, input);
export const parseSentPublication = (input: unknown): SentPublication | undefined =>
	parseStorable(sentPublicationSchema, input);

export type SentNewFolder = v.InferOutput<typeof sentNewFolderSchema>;
export const parseSentNewFolder = (input: unknown): SentNewFolder | undefined =>
	parseStorable(sentNewFolderSchema, input);
export const parseSentFolderLink = (input: unknown): v.InferOutput<typeof sentFolderLinkSchema> | undefined =>
	parseWithSchema(sentFolderLinkSchema, input);

const { formatSchema: format, refusedSchema } = studioApi;
export const folderProblemSchema = v.object({ file: v.string(), line: v.number(), message: v.string() });
export type FolderProblem = v.InferOutput<typeof folderProblemSchema>;

const folderCheckAnswerSchema = v.variant('kind', [
	v.object({
		format,
		kind: v.literal('checked'),
		problems: v.array(folderProblemSchema),
		hash: v.nullable(v.string()),
		/** Hash of the parts of the folder that a contributor approves. */
		shownHash: v.string(),
		/** The packed challenge in its language; null when the browser already has it, or when the folder could not be packed. */
		challenge: v.nullable(
			v.custom<Challenge>((input) => v.is(v.looseObject({ id: v.string(), hash: v.string() }), input))
		)
	}),
	refusedSchema
]);
const publicationAnswerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('published'), id: v.string(), version: v.string(), hash: v.string() }),
	v.object({ format, kind: v.literal('problems'), problems: v.array(folderProblemSchema) }),
	refusedSchema
]);
const newFolderAnswerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('begun'), files: v.record(v.string(), v.string()) }),
	/** `message` says, in English, which answer cannot be read and how to write it. */
	v.object({ format, kind: v.literal('unfit'), message: v.string() }),
	refusedSchema
]);
export type NewFolderAnswer = v.InferOutput<typeof newFolderAnswerSchema>;
const folderLinkAnswerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('link'), token: v.string() }),
	v.object({ format, kind: v.literal('ended') }),
	refusedSchema
]);
export type FolderLinkAnswer = v.InferOutput<typeof folderLinkAnswerSchema>;
export type FolderCheckAnswer = v.InferOutput<typeof folderCheckAnswerSchema>;
export type PublicationAnswer = v.InferOutput<typeof publicationAnswerSchema>;

export const parseFolderCheckAnswer = (input: unknown): FolderCheckAnswer | undefined =>
	parseWithSchema(folderCheckAnswerSchema, input);
export const parsePublicationAnswer = (input: unknown): PublicationAnswer | undefined =>
	parseWithSchema(publicationAnswerSchema, input);
export const parseFolderLinkAnswer = (input: unknown): FolderLinkAnswer | undefined =>
	parseWithSchema(folderLinkAnswerSchema, input);
export const parseNewFolderAnswer = (input: unknown): NewFolderAnswer | undefined =>
	parseWithSchema(newFolderAnswerSchema, input);
