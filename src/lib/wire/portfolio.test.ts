import { expect, test } from 'vitest';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { PORTFOLIO_LIMITS } from '#lib/domain/portfolio.ts';
import { WALL_LIMITS } from '#lib/domain/wall.ts';
import { LARGEST_PORTFOLIO_REQUEST_BYTES, parseSentPortfolio } from './wall.ts';

const sentWork = { work: 'w', version: 'v', sentence: ' Clair\n! ', cover: null };
const sentPortfolio = { format: 1, account: 'lou', works: [sentWork] };
const createPortfolioWithWork = (more: object) => ({ ...sentPortfolio, works: [{ ...sentWork, ...more }] });
const createManyWorks = (count: number, more = {}) =>
	Array.from({ length: count }, (_, at) => ({ ...sentWork, work: `w${at}`, ...more }));

test('a portfolio is read, with each sentence as one line', () => {
	expect(parseSentPortfolio(sentPortfolio)?.works[0]?.sentence).toBe('Clair !');
	const cover = { content: toBase64(ONE_PIXEL_PNG), description: 'Un rond.' };
	expect(parseSentPortfolio(createPortfolioWithWork({ cover }))?.works[0]?.cover).toEqual(cover);
	expect(parseSentPortfolio({ ...sentPortfolio, works: createManyWorks(PORTFOLIO_LIMITS.works) })).toBeDefined();
});

test.each([
	['another format', { ...sentPortfolio, format: 2 }],
	['no work', { ...sentPortfolio, works: [] }],
	['too many works', { ...sentPortfolio, works: createManyWorks(PORTFOLIO_LIMITS.works + 1) }],
	['the same work twice', { ...sentPortfolio, works: [sentWork, sentWork] }],
	['a path as an id', createPortfolioWithWork({ version: '../x' })],
	['files', createPortfolioWithWork({ files: {} })],
	['a name', { ...sentPortfolio, name: 'Léa' }],
	['a sentence that is too long', createPortfolioWithWork({ sentence: 'x'.repeat(PORTFOLIO_LIMITS.sentence + 1) })],
	['a zero byte in a sentence', createPortfolioWithWork({ sentence: 'a\0' })],
	[
		'a cover that is not a picture',
		createPortfolioWithWork({ cover: { content: toBase64(new Uint8Array(9)), description: '' } })
	]
])('a portfolio with %s is refused', (_, input) => expect(parseSentPortfolio(input)).toBeUndefined());

test('the largest portfolio fits in a request', () => {
	const cover = {
		content: toBase64(new Uint8Array(WALL_LIMITS.coverBytes)),
		description: 'é'.repeat(WALL_LIMITS.description)
	};
	const works = createManyWorks(PORTFOLIO_LIMITS.works, { cover, sentence: 'é'.repeat(PORTFOLIO_LIMITS.sentence) });
	const { length } = new TextEncoder().encode(JSON.stringify({ ...sentPortfolio, works }));
	expect(length).toBeGreaterThan(1_000_000);
	expect(length).toBeLessThan(LARGEST_PORTFOLIO_REQUEST_BYTES);
});
