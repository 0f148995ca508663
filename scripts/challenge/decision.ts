/** The figures of the decision: the scene's `measure`, for each option and for the student's own, on what a program does. */
import { createContext, Script } from 'node:vm';
import { createNativeEngine } from '../../sandbox/compile/native.ts';
import { createDraw } from '../../sandbox/run/draw/index.ts';
import type { Figure } from '../../sandbox/report.ts';
import { sourcesOf } from '../../src/lib/server/content/bundle.ts';
import { MANIFEST } from '../../src/lib/server/content/manifest.ts';
import { lineIn } from '../../src/lib/server/content/outline.ts';
import type { Packed, ReadChallenge } from '../../src/lib/server/content/pack.ts';
import type { ContentProblem } from '../../src/lib/server/content/problem.ts';
import { textFile } from '../../src/lib/server/content/text.ts';
import { lineWhere } from './lines.ts';
import { solution, start, type Program } from './programs.ts';

/** Milliseconds for all options together. */
const LIMIT = 5000;
const UNITS: Record<Figure['unit'], true> = {
	cents: true,
	minutes: true,
	count: true,
	percent: true,
	grams: true,
	kilometres: true,
	days: true
};

interface Asked {
	option: string;
	values: Record<string, number>;
}

export async function decisionProblems(read: ReadChallenge, packed: Packed): Promise<ContentProblem[]> {
	const { challenge } = packed;
	const [language = 'fr'] = challenge.languages;
	const line = lineWhere(read.files['scene.ts'] ?? '', (row) => /\bmeasure\b/.test(row)) ?? 1;
	const inScene = (message: string): ContentProblem[] => [{ file: 'scene.ts', line, message }];
	if (read.files['scene.ts'] === undefined)
		return inScene('is missing: it draws the problem and measures the decision');
	const asked = askedOf(packed);
	const outcomes: unknown[][] = [];
	try {
		for (const program of [solution(packed, language), solution(packed, language), start(challenge, language)]) {
			const outcome = await measured(program, packed, asked);
			if (outcome === undefined) return [];
			outcomes.push(outcome);
		}
	} catch (error) {
		return inScene(error instanceof Error ? error.message : String(error));
	}
	const [first = [], again = [], begun = []] = outcomes;
	const problems: ContentProblem[] = [];
	const seen = new Map<string, string>();
	for (const [index, { option }] of asked.entries()) {
		const place = option === 'another' ? ['decision', 'another'] : ['decision', 'options', index];
		const problem = (message: string) => problems.push({ file: MANIFEST, line: read.lineOf(place), message });
		const figures = first[index];
		const wrong = faultIn(figures);
		if (wrong !== undefined) {
			problem(`option "${option}": ${wrong}`);
			continue;
		}
		const text = JSON.stringify(figures);
		if (text !== JSON.stringify(again[index])) problem(`option "${option}": measured again, its figures are others`);
		const twin = seen.get(text);
		if (twin !== undefined) problem(`options "${twin}" and "${option}" come out the same: there is nothing to decide`);
		seen.set(text, option);
		problems.push(...unnamed(read, packed, figures as Figure[]));
	}
	if (problems.length === 0 && JSON.stringify(begun) === JSON.stringify(first)) {
		return inScene(
			'the figures are the same for the start and the solution: they do not follow from what the program does'
		);
	}
	return problems;
}

function askedOf({ challenge }: Packed): Asked[] {
	const { options, another } = challenge.decision;
	const values = Object.fromEntries(another.map((setting) => [setting.id, setting.start]));
	const offered = options.map((option) => ({ option, values: {} }));
	return another.length > 0 ? [...offered, { option: 'another', values }] : offered;
}

/** The author's own code, with nothing to hold it but time. Nothing comes of what does not compile, as is said elsewhere. */
async function measured(program: Program, { challenge }: Packed, asked: Asked[]): Promise<unknown[] | undefined> {
	const engine = createNativeEngine();
	const compiled = await engine
		.compile(sourcesOf(program.files, challenge.surroundings, []))
		.finally(() => engine.dispose());
	if (compiled.kind === 'diagnostics') return undefined;
	const context = createContext({ draw: createDraw().module, asked: JSON.stringify(asked), console: { log() {} } });
	const script = new Script(`(() => {
		const module = { exports: {} };
		(function (require, module, exports) { "use strict";${compiled.bundle.code}
		})((name) => (name === 'braise/draw' ? draw : {}), module, module.exports);
		module.exports.program();
		const { measure } = module.exports.scene();
		if (typeof measure !== 'function') throw new Error('does not export measure');
		const plain = (key, value) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value);
		return JSON.stringify(JSON.parse(asked).map(({ option, values }) => measure(option, values)), plain);
	})()`);
	const text: unknown = script.runInContext(context, { timeout: LIMIT });
	const outcomes: unknown = typeof text === 'string' ? JSON.parse(text) : [];
	return Array.isArray(outcomes) ? outcomes : [];
}

function faultIn(figures: unknown): string | undefined {
	if (!Array.isArray(figures) || figures.length === 0) return 'it has no figures';
	for (const figure of figures as unknown[]) {
		const { id, value, unit, of } = Object(figure) as Partial<Record<keyof Figure, unknown>>;
		if (typeof id !== 'string') return 'a figure has no id';
		for (const number of of === undefined ? [value] : [value, of]) {
			if (typeof number !== 'number') return `the figure "${id}" is ${String(number)}, not a finite number`;
		}
		if (typeof unit !== 'string' || !Object.hasOwn(UNITS, unit)) {
			return `the unit of the figure "${id}" is not one of ${Object.keys(UNITS).join(', ')}`;
		}
	}
	return undefined;
}

/** Figures without words, and words without a figure. */
function unnamed({ outlines }: ReadChallenge, { challenge }: Packed, figures: Figure[]): ContentProblem[] {
	return challenge.languages.flatMap((language) => {
		const root = outlines[language];
		if (root === undefined) return [];
		const ids = figures.map(({ id }) => id);
		const worded = Object.keys(challenge.text[language].figures);
		const file = textFile(language);
		return [
			...ids
				.filter((id) => !worded.includes(id))
				.map((id) => ({ file, line: lineIn(root, 'figures'), message: `"${id}" is missing under "## figures"` })),
			...worded
				.filter((id) => !ids.includes(id))
				.map((id) => ({
					file,
					line: lineIn(root, 'figures', id),
					message: `"${id}" under "## figures" is not measured`
				}))
		];
	});
}
