import { describe, expect, test } from 'vitest';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { writePortfolioFile, type PortfolioFileEntry } from './portfolio-file.ts';

const completeEntry: PortfolioFileEntry = {
	kind: 'Défi · Valcendre',
	title: 'Le parcmètre bavard',
	language: 'fr',
	problemOwner: 'Nadia Kerven, chargée de mobilité',
	isPair: false,
	decision: { question: 'Que doit-il retenir ?', option: 'Le papier', position: 'Personne ne lit ma vie.\nVoilà.' },
	code: { 'main.ts': 'export const two = 1 + 1; // « deux »\n' },
	picture: null,
	sentence: 'Compter, c’est déjà choisir.',
	credits: []
};
const writeTestPortfolio = (entries: Partial<PortfolioFileEntry>[], name = '') =>
	writePortfolioFile({
		entries: entries.map((each) => ({ ...completeEntry, ...each })),
		name,
		dayText: '29 novembre 2026',
		language: 'fr'
	});
const picture = {
	address: `data:image/png;base64,${toBase64(new Uint8Array(9))}`,
	width: 3,
	height: 2,
	description: ''
};

test('the file shows each work with its person, its sentence, its decision and its code', () => {
	const html = writeTestPortfolio(
		[{}, { title: 'Mon horloge', decision: null, problemOwner: 'Pour : ma tante' }],
		'Léa'
	);
	const visibleText = html.replaceAll(/<style>[^]*?<\/style>|<[^>]*>/g, '');
	for (const text of [
		'Léa',
		'29 novembre 2026',
		completeEntry.title,
		completeEntry.problemOwner,
		completeEntry.sentence,
		'Que doit-il retenir ?',
		'Le papier',
		'Personne ne lit ma vie.\nVoilà.',
		'export const two = 1 + 1; // « deux »',
		'Mon horloge',
		'Pour : ma tante'
	])
		expect(visibleText).toContain(text);
	expect(html.match(/<section class="decision">/g)).toHaveLength(1);
});

describe('texts that students wrote', () => {
	const HOSTILE_TEXTS = [
		'</script><script>alert(1)</script>',
		'"><img src=x onerror=alert(1)>',
		"' onmouseover='alert(1)",
		'</style><script>alert(1)</script>',
		'</title><svg onload=alert(1)>',
		'--><script>alert(1)</script>',
		'&lt;script&gt;',
		'<meta http-equiv="refresh" content="0;url=https://example.org">'
	];
	/** Returns the tags of an HTML file, without the text between tags. */
	const findHtmlTags = (html: string) => html.match(/<[a-z!/](?:"[^"]*"|[^">])*>/gi) ?? [];

	test.each(HOSTILE_TEXTS)('do not become tags: %s', (text) => {
		const createEntriesWithText = (writtenText: string): Partial<PortfolioFileEntry>[] => [
			{
				kind: writtenText,
				title: writtenText,
				problemOwner: writtenText,
				decision: { question: writtenText, option: writtenText, position: writtenText },
				code: { [writtenText]: 'text', 'page.html': writtenText },
				sentence: writtenText,
				credits: [writtenText],
				picture: { ...picture, description: writtenText }
			}
		];
		const hostileHtml = writeTestPortfolio(createEntriesWithText(text), text);
		expect(hostileHtml).not.toMatch(/<script|<img src=x|<svg onload|http-equiv="refresh"/i);
		// The tags must equal those of a harmless text, except for the picture's description, which is in an attribute.
		const findTagsWithoutDescriptions = (html: string) =>
			findHtmlTags(html).map((tag) => tag.replace(/ alt="[^"]*"/, ''));
		expect(findTagsWithoutDescriptions(hostileHtml)).toEqual(
			findTagsWithoutDescriptions(writeTestPortfolio(createEntriesWithText('plain'), 'plain'))
		);
		expect(hostileHtml.match(/ alt="[^"]*" width="3"/g)).toHaveLength(1);
	});

	test('do not become tags in coloured code', () => {
		const codeFiles = {
			'main.ts': 'const a = "</code></pre><script>alert(1)</script>"; // <img src=x onerror=alert(1)>'
		};
		expect(writeTestPortfolio([{ code: codeFiles }])).not.toMatch(/<script|<img/i);
	});
});

test('very long titles and names are cut, and characters that change the direction are removed', () => {
	const html = writeTestPortfolio(
		[{ title: 'x'.repeat(100_000), sentence: '\u202e'.repeat(50) + 'y' }],
		'z'.repeat(10_000)
	);
	expect(html.length).toBeLessThan(20_000);
	expect(html).not.toMatch(/x{301}|z{81}|\u202e/);
});

test('the file loads nothing from a network, and forbids it by a policy before its title', () => {
	const html = writeTestPortfolio([{ picture: { ...picture, darkAddress: picture.address } }]);
	const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
	expect(policy).toMatch(/^default-src 'none'; img-src data:; style-src 'unsafe-inline'/);
	expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<title>'));
	expect(html).not.toMatch(/https?:|url\(|@import|<script|<link|<iframe|<form/i);
	for (const [, address = ''] of html.matchAll(/(?:src|srcset)="([^"]*)"/g)) expect(address).toMatch(/^data:image\//);
});

test('a work without a picture gets a neutral picture', () => {
	expect(writeTestPortfolio([{}])).toMatch(/<figure><svg /);
	expect(writeTestPortfolio([{ picture }])).toMatch(/<figure><picture><img src="data:image\/png;base64,A+" alt=""/);
});

test('empty parts of a work are left out, and many works get a list of links', () => {
	const bareHtml = writeTestPortfolio([{ sentence: ' ', problemOwner: '', decision: null, code: { 'main.ts': '\n' } }]);
	expect(bareHtml).not.toMatch(/class="sentence"|class="decision"|<details>|<nav/);
	expect(bareHtml).toContain('<h1>Ce que j’ai fait</h1>');
	const htmlOfManyWorks = writeTestPortfolio(Array.from({ length: 30 }, (_, at) => ({ title: `Travail ${at + 1}` })));
	expect(htmlOfManyWorks.match(/<a href="#work-\d+">/g)).toHaveLength(30);
	expect(htmlOfManyWorks.match(/<article id="work-\d+"/g)).toHaveLength(30);
});

test('code files are named only when a work has several', () => {
	expect(writeTestPortfolio([{}])).not.toContain('<h3>main.ts</h3>');
	expect(writeTestPortfolio([{ code: { 'main.ts': 'let a = 1;', 'tools.ts': 'let b = 2;' } }])).toMatch(
		/<h3>main\.ts<\/h3>[^]*<h3>tools\.ts<\/h3>/
	);
});

test('a work in another language than the file is marked with its language', () => {
	expect(writeTestPortfolio([{ language: 'en' }])).toMatch(/<h2 id="title-1" lang="en">/);
	expect(writeTestPortfolio([{}])).toMatch(/<h2 id="title-1">/);
});
