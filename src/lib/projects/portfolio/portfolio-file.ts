/** Writes a portfolio as one HTML file, which runs no script and loads nothing. */
import { toOneLine } from '#lib/domain/parse.ts';
import type { Language } from '#lib/domain/language.ts';
import { PORTFOLIO_LIMITS } from '#lib/domain/portfolio.ts';
import { highlightLines } from '#lib/editor/highlight.ts';
import { m } from '#lib/paraglide/messages.js';
import { escapeForHtml } from '#sandbox/take-home/script.ts';
import type { PortfolioEntry } from './entry.ts';
import type { PortfolioFilePicture } from './file-pictures.ts';
import { makePortfolioFileStyle } from './file-style.ts';

export interface PortfolioFileEntry extends Pick<
	PortfolioEntry,
	'kind' | 'title' | 'language' | 'problemOwner' | 'isPair' | 'decision' | 'code'
> {
	picture: PortfolioFilePicture | null;
	sentence: string;
	credits: string[];
}

export interface PortfolioFileContent {
	entries: PortfolioFileEntry[];
	name: string;
	/** The day on which the file is made, in words. */
	dayText: string;
	language: Language;
}

/** Allows the file no script and no request, whatever its texts contain. */
const CONTENT_SECURITY_POLICY =
	"default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** Upper limit of characters of a title or name, since these come from outside. */
const MOST_LINE_CHARACTERS = 300;
const LEAST_WORKS_FOR_TABLE_OF_CONTENTS = 4;

const escapeSingleLine = (text: string, most = MOST_LINE_CHARACTERS): string => escapeForHtml(toOneLine(text, most));
const formatUnlessEmpty = (text: string, write: (text: string) => string): string =>
	text.trim() === '' ? '' : write(text);

export function writePortfolioFile({ entries, name, dayText, language }: PortfolioFileContent): string {
	const author = escapeSingleLine(name, PORTFOLIO_LIMITS.name);
	const title = author === '' ? m.portfolio_file_title() : m.portfolio_file_title_of({ name: author });
	return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>
${makePortfolioFileStyle()}
</style>
</head>
<body>
<div class="column">
<header>
<p class="mark">${BRAISE_LOGO_SVG}<span>${m.portfolio_file_title()}</span></p>
<h1>${author === '' ? m.portfolio_file_heading() : author}</h1>
<p class="quiet">${escapeSingleLine(dayText)}</p>
</header>
<main>
${entries.length < LEAST_WORKS_FOR_TABLE_OF_CONTENTS ? '' : formatTableOfContents(entries, language)}${entries.map((entry, at) => formatEntryArticle(entry, at + 1, language)).join('\n')}
</main>
<footer class="quiet"><p>${m.portfolio_file_made()}</p></footer>
</div>
</body>
</html>
`;
}

const BRAISE_LOGO_SVG =
	'<svg viewBox="0 0 32 32" aria-hidden="true"><path fill="var(--text)" d="M5 12h22c0 9.5-3.6 15.5-11 15.5S5 21.5 5 12Z"/>' +
	'<path stroke="var(--text)" stroke-width="3" stroke-linecap="round" d="M3.5 11.5h25"/>' +
	'<g fill="var(--ember)"><circle cx="11" cy="29" r="1.9"/><circle cx="16" cy="29.8" r="1.9"/><circle cx="21" cy="29" r="1.9"/></g>' +
	'<path fill="none" stroke="var(--ember)" stroke-width="2" stroke-linecap="round" ' +
	'd="M12.5 8c-1.5-1.8 1.5-2.9 0-5M19.5 8c-1.5-1.8 1.5-2.9 0-5"/></svg>';

const PLACEHOLDER_PICTURE_SVG =
	'<svg viewBox="0 0 960 600" aria-hidden="true">' +
	'<circle cx="700" cy="190" r="74" fill="var(--ember-wash)" stroke="var(--ember-strong)" stroke-width="6"/>' +
	'<path d="M0 600V430q170-150 340-60t330-40 290-90v360z" fill="var(--line)"/>' +
	'<path d="M0 600v-70q250-110 480-40t480-60v170z" fill="var(--surface)"/></svg>';

const formatLangAttribute = (entry: PortfolioFileEntry, language: Language): string =>
	entry.language === language ? '' : ` lang="${entry.language}"`;

function formatTableOfContents(entries: PortfolioFileEntry[], language: Language): string {
	const links = entries.map(
		(entry, at) =>
			`<li${formatLangAttribute(entry, language)}><a href="#work-${at + 1}">${escapeSingleLine(entry.title)}</a></li>`
	);
	return `<nav aria-labelledby="contents"><h2 id="contents">${m.portfolio_file_contents()}</h2><ol>${links.join('')}</ol></nav>\n`;
}

function formatEntryArticle(entry: PortfolioFileEntry, workNumber: number, language: Language): string {
	const langAttribute = formatLangAttribute(entry, language);
	const kind = entry.isPair ? `${entry.kind} · ${m.portfolio_pair()}` : entry.kind;
	const sentence = formatUnlessEmpty(
		entry.sentence,
		(text) =>
			`<div class="sentence"><p class="label">${m.portfolio_file_sentence()}</p><blockquote>${escapeSingleLine(text)}</blockquote></div>`
	);
	return `<article id="work-${workNumber}" aria-labelledby="title-${workNumber}">
<div class="face">
<figure>${formatPicture(entry.picture)}</figure>
<div class="words">
<p class="kind">${escapeSingleLine(kind)}</p>
<h2 id="title-${workNumber}"${langAttribute}>${escapeSingleLine(entry.title)}</h2>
${formatUnlessEmpty(entry.problemOwner, (text) => `<p class="quiet"${langAttribute}>${escapeSingleLine(text)}</p>`)}
${sentence}
</div>
</div>
${formatDecision(entry, langAttribute)}
${formatCode(entry.code)}
${entry.credits.length === 0 ? '' : `<p class="credits">${m.portfolio_file_credits({ credits: entry.credits.map((each) => escapeSingleLine(each)).join(', ') })}</p>`}
</article>`;
}

function formatPicture(filePicture: PortfolioFilePicture | null): string {
	if (filePicture === null) return PLACEHOLDER_PICTURE_SVG;
	const { address, darkAddress, width, height, description } = filePicture;
	const darkSource =
		darkAddress === undefined
			? ''
			: `<source media="screen and (prefers-color-scheme: dark)" srcset="${escapeForHtml(darkAddress)}">`;
	return `<picture>${darkSource}<img src="${escapeForHtml(address)}" alt="${escapeSingleLine(description, 500)}" width="${width}" height="${height}"></picture>`;
}

function formatDecision({ decision: made }: PortfolioFileEntry, langAttribute: string): string {
	if (made === null) return '';
	return `<section class="decision">
<h3>${m.portfolio_file_decision()}</h3>
${formatUnlessEmpty(made.question, (text) => `<p class="quiet"${langAttribute}>${escapeSingleLine(text)}</p>`)}
${formatUnlessEmpty(made.option, (text) => `<p class="option"${langAttribute}>${escapeSingleLine(text)}</p>`)}
${formatUnlessEmpty(made.position, (text) => `<blockquote>${escapeForHtml(text.trim())}</blockquote>`)}
</section>`;
}

function formatCode(files: PortfolioFileEntry['code']): string {
	const writtenFiles = Object.entries(files).filter(([, text]) => text.trim() !== '');
	if (writtenFiles.length === 0) return '';
	const names = writtenFiles.map(([path]) => escapeSingleLine(path)).join(', ');
	const fileParts = writtenFiles.map(([path, text]) => {
		// The name of a single file already stands in the summary above.
		const heading = writtenFiles.length === 1 ? '' : `<h3>${escapeSingleLine(path)}</h3>\n`;
		return `${heading}<pre><code>${formatHighlightedCode(path, text.trimEnd())}</code></pre>`;
	});
	return `<details>\n<summary>${m.portfolio_file_code()} <span>${names}</span></summary>\n${fileParts.join('\n')}\n</details>`;
}

const formatHighlightedCode = (path: string, text: string): string =>
	highlightLines(text, path)
		.map((pieces) =>
			pieces
				.map(({ kind, text: piece }) =>
					kind === null ? escapeForHtml(piece) : `<span class="${kind}">${escapeForHtml(piece)}</span>`
				)
				.join('')
		)
		.join('\n');
