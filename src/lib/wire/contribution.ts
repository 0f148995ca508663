import * as v from 'valibot';
import { idSchema } from '#lib/domain/identity.ts';
import { LANGUAGES } from '#lib/domain/language.ts';
import { parseWithSchema, parseStorable } from '#lib/domain/parse.ts';
import {
	newProblemCardSchema,
	contributorContactSchema,
	contributorTownSchema,
	PROBLEM_TRADES,
	contributorNameSchema
} from '#lib/domain/problem-card.ts';
import { LONGEST_PHOTO_BASE64, parsePhotoBase64 } from '#lib/domain/problem-photo.ts';
import { COMMON_REFUSAL_STATUSES, defineApi } from './api.ts';

/** The API for problems. Texts of its refusals are in messages under `tell_refused_`. */
export const contributionApi = defineApi(1, {
	...COMMON_REFUSAL_STATUSES,
	/** The invitation has ended. */
	'link-over': 410,
	/** The problem was declined, which ended its conversation. */
	closed: 409,
	'too-often': 429,
	/** Too many cards wait for a curator already. */
	full: 503
});
export type ContributionRefusal = keyof typeof contributionApi.statuses;

/** Upper limit of bytes of a full card, in a script with four bytes per letter. */
export const LARGEST_CARD_REQUEST_BYTES = 80_000;
export const LARGEST_PHOTO_REQUEST_BYTES = LONGEST_PHOTO_BASE64 + 1000;
export const LARGEST_CONTRIBUTION_REQUEST_BYTES = LARGEST_CARD_REQUEST_BYTES + LARGEST_PHOTO_REQUEST_BYTES;

const { formatSchema: format, refusedSchema } = contributionApi;
const linkTokenSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{48}$/));

/** Reads a photo in base64 as a JPEG within the limits, and removes its metadata. */
const photoSchema = v.pipe(
	v.string(),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const photo = parsePhotoBase64(dataset.value);
		if (photo !== undefined) return photo;
		addIssue();
		return NEVER;
	})
);

const sentProblemSchema = v.strictObject({
	format,
	invitation: v.nullable(linkTokenSchema),
	/** Id of the class in which a student tells the problem; null for other contributors. */
	classId: v.nullable(idSchema),
	language: v.picklist(LANGUAGES),
	trade: v.picklist(PROBLEM_TRADES),
	place: contributorTownSchema,
	name: contributorNameSchema,
	contact: contributorContactSchema,
	card: newProblemCardSchema,
	photo: v.optional(v.nullable(photoSchema)),
	/**
	 * Token of the private link, made by the browser so that a problem sent twice is stored once; without it, the server makes one.
	 */
	link: v.optional(v.nullable(linkTokenSchema))
});
export type SentProblem = v.InferOutput<typeof sentProblemSchema>;

const sentProblemCardSchema = v.strictObject({ format, card: newProblemCardSchema });
export type SentProblemCard = v.InferOutput<typeof sentProblemCardSchema>;

const sentProblemPhotoSchema = v.strictObject({ format, photo: v.nullable(photoSchema) });
type SentProblemPhoto = v.InferOutput<typeof sentProblemPhotoSchema>;

const tellProblemAnswerSchema = v.variant('kind', [
	/** The problem was stored. `link` is the token of the private link; null for a student, who has an account. */
	v.object({ format, kind: v.literal('told'), link: v.nullable(linkTokenSchema) }),
	refusedSchema
]);
const cardAnswerSchema = v.variant('kind', [v.object({ format, kind: v.literal('kept') }), refusedSchema]);

export const parseSentProblem = (input: unknown): SentProblem | undefined => parseStorable(sentProblemSchema, input);
export const parseSentProblemCard = (input: unknown): SentProblemCard | undefined =>
	parseStorable(sentProblemCardSchema, input);
export const parseSentProblemPhoto = (input: unknown): SentProblemPhoto | undefined =>
	parseWithSchema(sentProblemPhotoSchema, input);
export const parseTellProblemAnswer = (input: unknown) => parseWithSchema(tellProblemAnswerSchema, input);
export const parseCardStoredAnswer = (input: unknown) => parseWithSchema(cardAnswerSchema, input);
