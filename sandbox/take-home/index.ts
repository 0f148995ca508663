/** One HTML file of a project, which runs offline, from a disk, without Braise. In the browser: the compiler's worker makes it. */
import type { Diagnostic, Files } from '../index.ts';
import { createCompiler } from '../compile/client.ts';
import { pageFile } from './page.ts';
import { sketchFile } from './sketch.ts';

export interface HomeProject {
	/** A sketch has `main.ts`, a page `index.html` beside it; both may have more. */
	kind: 'sketch' | 'page';
	files: Files;
	title: string;
	/** Of the few words that the file itself says. */
	language: 'fr' | 'en';
}

export type TakenHome = { kind: 'html'; html: string } | { kind: 'diagnostics'; diagnostics: Diagnostic[] };

const PROGRAM = 'main.ts';
const PAGE = 'index.html';

export async function takeHome({ kind, files, title, language }: HomeProject): Promise<TakenHome> {
	const compiler = createCompiler();
	try {
		const sources = { files, program: PROGRAM, checks: [] };
		// Whoever takes a file home closes it when it hangs.
		const compiled = await compiler.compile(kind === 'page' ? { ...sources, page: PAGE, unguarded: true } : sources);
		if (compiled.kind === 'diagnostics') return compiled;
		// Run before it is taken home, it was said to be too large.
		if (compiled.kind === 'too-large') return { kind: 'diagnostics', diagnostics: [] };
		if (compiled.kind === 'superseded') throw new Error('The compiler was asked once, and answered another.');
		const { code, page } = compiled.bundle;
		if (page !== undefined) return { kind: 'html', html: pageFile({ code, page, title, language }) };
		const { default: player } = await import('virtual:sandbox-player');
		return { kind: 'html', html: sketchFile({ code, player, title, language }) };
	} finally {
		compiler.dispose();
	}
}
