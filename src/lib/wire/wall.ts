import * as v from 'valibot';
import { idSchema } from '#lib/domain/identity.ts';
import { oneLineTextSchema, parseWithSchema, parseStorable } from '#lib/domain/parse.ts';
import { fromBase64 } from '#lib/domain/own-file/base64.ts';
import { readPictureHeader } from '#lib/domain/own-file/picture-header.ts';
import { WALL_VISIBILITIES, WALL_LIMITS } from '#lib/domain/wall.ts';
import { COMMON_REFUSAL_STATUSES, defineApi } from './api.ts';
import { PORTFOLIO_LIMITS } from '#lib/domain/portfolio.ts';

/** The API for walls. Texts of its refusals are in messages under `wall_refused_`. */
export const wallApi = defineApi(1, {
	...COMMON_REFUSAL_STATUSES,
	/** The teacher has closed the wall, or has not opened it. */
	closed: 409,
	/** The server has no such version of this student's works. */
	'not-saved': 409,
	/** `too-many`: the student has as many projects on the wall as allowed. `wall-full`: the class has. */
	'too-many': 403,
	'wall-full': 403,
	'account-full': 403,
	'server-full': 507,
	'too-often': 429
});
export type WallRefusal = keyof typeof wallApi.statuses;

const LONGEST_COVER_BASE64 = Math.ceil((WALL_LIMITS.coverBytes * 4) / 3) + 4;
/** Upper limit of bytes of a request: a cover, two texts of at most six bytes a character, and other fields. */
export const LARGEST_EXHIBIT_REQUEST_BYTES =
	LONGEST_COVER_BASE64 + 6 * (WALL_LIMITS.question + WALL_LIMITS.description) + 1000;

/** Tells whether the text is a small picture in base64. Nothing decodes it here: a browser does, in an `img` element. */
function isValidCover(content: string): boolean {
	const bytes = fromBase64(content);
	const header = bytes && readPictureHeader(bytes);
	if (!bytes || !header || bytes.length > WALL_LIMITS.coverBytes) return false;
	return Math.max(header.width, header.height) <= WALL_LIMITS.coverSide;
}

const coverSchema = v.strictObject({
	content: v.pipe(v.string(), v.maxLength(LONGEST_COVER_BASE64), v.check(isValidCover, 'not a cover')),
	description: oneLineTextSchema(WALL_LIMITS.description)
});

const sentExhibitSchema = v.strictObject({
	format: wallApi.formatSchema,
	account: idSchema,
	version: idSchema,
	question: oneLineTextSchema(WALL_LIMITS.question),
	cover: v.nullable(coverSchema)
});
export type SentExhibit = v.InferOutput<typeof sentExhibitSchema>;

export const parseSentExhibit = (input: unknown): SentExhibit | undefined => parseStorable(sentExhibitSchema, input);

const { formatSchema: format, refusedSchema } = wallApi;

const ownWallSchema = v.object({
	id: idSchema,
	name: v.string(),
	isOpen: v.boolean(),
	exhibit: v.nullable(
		v.object({ id: idSchema, question: v.string(), version: idSchema, visibility: v.picklist(WALL_VISIBILITIES) })
	),
	portfolio: v.nullable(v.object({ id: idSchema, visibility: v.picklist(WALL_VISIBILITIES) }))
});
export type OwnWall = v.InferOutput<typeof ownWallSchema>;

const wallsAnswerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('walls'), walls: v.array(ownWallSchema) }),
	refusedSchema
]);
const exhibitAnswerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('put-up'), exhibit: idSchema }),
	v.object({ format, kind: v.literal('taken-off') }),
	refusedSchema
]);
const portfolioAnswerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('portfolio-put-up'), portfolio: idSchema }),
	v.object({ format, kind: v.literal('taken-off') }),
	refusedSchema
]);
export type PortfolioAnswer = v.InferOutput<typeof portfolioAnswerSchema>;
export type WallsAnswer = v.InferOutput<typeof wallsAnswerSchema>;
export type ExhibitAnswer = v.InferOutput<typeof exhibitAnswerSchema>;

export const parseWallsAnswer = (input: unknown): WallsAnswer | undefined => parseWithSchema(wallsAnswerSchema, input);
export const parseExhibitAnswer = (input: unknown): ExhibitAnswer | undefined =>
	parseWithSchema(exhibitAnswerSchema, input);
export const parsePortfolioAnswer = (input: unknown): PortfolioAnswer | undefined =>
	parseWithSchema(portfolioAnswerSchema, input);

/** Upper limit of bytes of a request: for each work a cover, two texts of at most six bytes a character, and other fields. */
export const LARGEST_PORTFOLIO_REQUEST_BYTES =
	PORTFOLIO_LIMITS.works * (LONGEST_COVER_BASE64 + 6 * (PORTFOLIO_LIMITS.sentence + WALL_LIMITS.description) + 1000);

const sentPortfolioWorkSchema = v.strictObject({
	work: idSchema,
	/** Id of the version whose title, problem and decision are copied. */
	version: idSchema,
	sentence: oneLineTextSchema(PORTFOLIO_LIMITS.sentence),
	/** The picture that the work's program drew last; null where the browser has none. */
	cover: v.nullable(coverSchema)
});
export type SentPortfolioWork = v.InferOutput<typeof sentPortfolioWorkSchema>;

const sentPortfolioSchema = v.strictObject({
	format: wallApi.formatSchema,
	account: idSchema,
	works: v.pipe(
		v.array(sentPortfolioWorkSchema),
		v.minLength(1),
		v.maxLength(PORTFOLIO_LIMITS.works),
		v.check((works) => new Set(works.map(({ work }) => work)).size === works.length)
	)
});
export type SentPortfolio = v.InferOutput<typeof sentPortfolioSchema>;

export const parseSentPortfolio = (input: unknown): SentPortfolio | undefined =>
	parseStorable(sentPortfolioSchema, input);
