/** The reports that the folder process sends, and how the server parses them. */
import * as v from 'valibot';
import { CHALLENGE_FORMAT, type Challenge } from '#lib/domain/challenge.ts';
import { privatePartSchema } from '#lib/server/content/load-private-part.ts';

/** The answers from which the author's command makes a small challenge, as they were typed. */
export interface RawChallengeAnswers {
	id: string;
	language: string;
	kind: string;
	person: string;
	example: string;
}

/** Checks only the fields that tell apart reports of different Braise versions; the rest is trusted, because Braise made it. */
const packedChallengeSchema = v.looseObject({
	format: v.literal(CHALLENGE_FORMAT),
	id: v.string(),
	version: v.string(),
	hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	steps: v.array(v.looseObject({ id: v.string(), kind: v.string() })),
	text: v.looseObject({ fr: v.looseObject({ title: v.string() }), en: v.looseObject({ title: v.string() }) })
});
const folderReportFields = {
	problems: v.array(v.object({ file: v.string(), line: v.number(), message: v.string() })),
	/**
	 * The packed challenge; null when challenge.yaml cannot be read. When there are problems, the packed challenge only serves to
	 * show the lesson in its present state.
	 */
	packed: v.nullable(
		v.object({
			challenge: v.custom<Challenge>((input) => v.is(packedChallengeSchema, input)),
			privatePart: privatePartSchema
		})
	)
};
export const folderReportSchema = v.object(folderReportFields);
export type FolderReport = v.InferOutput<typeof folderReportSchema>;
/** `program`: the compiled solution with its scene; empty when it does not compile. */
export const playableFolderSchema = v.object({ ...folderReportFields, program: v.string() });
export type PlayableFolder = v.InferOutput<typeof playableFolderSchema>;
/** `refusal`: says which answer is wrong and how to write it; null when the files could be generated. */
export const generatedFolderSchema = v.union([
	v.object({ files: v.record(v.string(), v.string()), refusal: v.null() }),
	v.object({ files: v.null(), refusal: v.string() })
]);
export type GeneratedFolder = v.InferOutput<typeof generatedFolderSchema>;
