import { SugarHigh } from 'sugar-high/core';
import { tokenize } from 'sugar-high/lang/typescript';
import type { TokenKind } from './palette.ts';

const TYPESCRIPT_KEYWORDS = new Set(
	(
		'abstract any as asserts bigint boolean break case catch class continue const constructor debugger declare default delete do else ' +
		'enum export extends false finally for from function get if implements import in infer instanceof interface is keyof let module ' +
		'namespace never new null number object out package private protected public override readonly require global return satisfies ' +
		'set static string super switch symbol this throw true try type typeof undefined unique unknown var void while with yield async ' +
		'await of'
	).split(' ')
);

export interface HighlightedPiece {
	kind: TokenKind | null;
	text: string;
}

function tokenKindOf(type: string | undefined, text: string): TokenKind | null {
	if (type === 'comment') return 'comment';
	if (type === 'string') return 'string';
	if (TYPESCRIPT_KEYWORDS.has(text)) return 'keyword';
	return /^(\d|\p{Lu})/u.test(text) ? 'value' : null;
}

/** Returns the pieces of each line. Joined, with `\n` between lines, they equal the text. */
export function highlightLines(code: string, path = 'main.ts'): HighlightedPiece[][] {
	// A page's HTML and CSS are coloured by Monaco only.
	if (!path.endsWith('.ts')) return code.split('\n').map((text) => (text === '' ? [] : [{ kind: null, text }]));
	const lines: HighlightedPiece[][] = [[]];
	for (const [type, text] of tokenize(code, {})) {
		const kind = tokenKindOf(SugarHigh.TokenTypes[type], text);
		for (const [index, part] of text.split('\n').entries()) {
			if (index > 0) lines.push([]);
			if (part !== '') lines.at(-1)?.push({ kind, text: part });
		}
	}
	return lines;
}
