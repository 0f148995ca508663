/** The message by which a student shows their portfolio to a class. */
import * as v from 'valibot';
import { idSchema } from '#lib/domain/identity.ts';
import { oneLineTextSchema, parseStorable } from '#lib/domain/parse.ts';
import { PORTFOLIO_LIMITS } from '#lib/domain/portfolio.ts';
import { WALL_LIMITS } from '#lib/domain/wall.ts';
import { coverSchema, LONGEST_COVER_BASE64, wallApi } from './wall.ts';

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
	/** Account that the browser believes is signed in. */
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
