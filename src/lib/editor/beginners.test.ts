/** Checks beginners' wrong programs as the editor does; each fixture holds the expected explanations. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript-localized';
import french from 'typescript-localized/lib/fr/diagnosticMessages.generated.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { englishHabitTexts } from '../explanations/habits/texts.en.ts';
import { createExplainer, importSourcesIn, type FileProblem, type Language } from '../explanations/index.ts';
import { TYPESCRIPT_OPTIONS } from './compiler-options.ts';
import { declareGlobalNames } from './declarations/global-names.ts';
import { findFileProblems } from './file-problems.ts';

const FOLDER = join('tests', 'fixtures', 'beginners');
const LIST = 3;
const LANGUAGES = ['fr', 'en'] as const;

const filesIn = (folder: string) => readdirSync(folder).filter((name) => /\.(?:ts|txt)$/.test(name));
const textOf = (...path: string[]) => readFileSync(join(...path), 'utf8');

const places = readdirSync(FOLDER);
const fixtures = places.flatMap((place) =>
	filesIn(join(FOLDER, place)).map((file) => {
		const path = join(FOLDER, place, file);
		const text = readFileSync(path, 'utf8');
		const name = `${place}/${file.replace(/\.txt$/, '')}`;
		return { name, place, path, text, main: text.split(/^=== \w+\n/m)[0] ?? '' };
	})
);
type Fixture = (typeof fixtures)[number];

/** Returns the files that a program of this place can import: those of its challenge. */
function beside(place: string, language: Language): Record<string, string> {
	if (place === 'sketch') return {};
	const read = (folder: string, under: string) =>
		filesIn(join('challenges', place, folder)).map((name) => [
			`${under}${name}`,
			textOf('challenges', place, folder, name)
		]);
	return Object.fromEntries([...read(`start/${language}`, './'), ...read('data', './data/')]) as Record<string, string>;
}

/**
 * Programs that share one language service, because setting one up is slow. Not more: a service suggests similar names for ten errors only.
 */
const SHARED = 12;
const registry = { fr: ts.createDocumentRegistry(), en: ts.createDocumentRegistry() };

/** Makes a language service for some programs, each a file beside those of its challenge. */
function serviceFor(programs: Fixture[], language: Language): ts.LanguageService {
	const localized = ts as unknown as { setLocalizedDiagnosticMessages(messages: object | undefined): void };
	localized.setLocalizedDiagnosticMessages(language === 'fr' ? french : undefined);
	const around = places.flatMap((place) =>
		Object.entries(beside(place, language)).map(([path, text]) => [join('/', place, path), text])
	);
	const draw = textOf('sandbox', 'run', 'draw', `draw.${language}.d.ts`);
	const isSketch = programs.some(({ place }) => place === 'sketch');
	const files = Object.fromEntries([
		...around,
		...(isSketch ? [['/draw-names.d.ts', declareGlobalNames(draw)]] : []),
		...programs.map(({ name, main }) => [`/${name}.ts`, main]),
		['/program.d.ts', textOf('src', 'lib', 'editor', 'declarations', `program.${language}.d.ts.txt`)],
		['/declarations/braise-draw.d.ts', draw]
	]) as Record<string, string>;
	const read = (path: string) => files[path] ?? ts.sys.readFile(path);
	return ts.createLanguageService(
		{
			getCompilationSettings: () => ({ ...TYPESCRIPT_OPTIONS, lib: ['lib.es2022.d.ts'], types: [] }),
			getScriptFileNames: () => Object.keys(files),
			getScriptVersion: () => '1',
			getScriptSnapshot: (path) => {
				const text = read(path);
				return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
			},
			getCurrentDirectory: () => '/',
			getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
			fileExists: (path) => path in files || ts.sys.fileExists(path),
			readFile: read
		},
		registry[language]
	);
}

/** Groups the programs of a place for one service each. Places are kept apart, because sketches have names that other programs lack. */
function batchesOf(place: string): Fixture[][] {
	const programs = fixtures.filter((fixture) => fixture.place === place);
	return Array.from({ length: Math.ceil(programs.length / SHARED) }, (_, nth) =>
		programs.slice(nth * SHARED, (nth + 1) * SHARED)
	);
}

/** Explains the problems of every program in one language. */
async function explainAll(language: Language): Promise<Map<Fixture, FileProblem[]>> {
	const explainer = await createExplainer(language);
	const draw = { draw: textOf('sandbox', 'run', 'draw', `draw.${language}.d.ts`) };
	const problemsByProgram = new Map<Fixture, FileProblem[]>();
	for (const programs of places.flatMap(batchesOf)) {
		const service = serviceFor(programs, language);
		for (const program of programs) {
			const file = `/${program.name}.ts`;
			const diagnostics = {
				syntactic: service.getSyntacticDiagnostics(file),
				semantic: service.getSemanticDiagnostics(file)
			};
			const importSources = importSourcesIn({ ...draw, ...beside(program.place, language) });
			problemsByProgram.set(program, findFileProblems(program.main, diagnostics, explainer, importSources));
		}
		service.dispose();
	}
	return problemsByProgram;
}

const problems = { fr: await explainAll('fr'), en: await explainAll('en') };

/** Returns the explanations as the list below the code shows them: line, rule and words. */
function formatProblems(fixture: Fixture, language: Language): string {
	const lines = (problems[language].get(fixture) ?? []).slice(0, LIST).map(({ explanation, start }) => {
		const line = fixture.main.slice(0, start).split('\n').length;
		return `${line} ${explanation.mistake}: ${[explanation.meaning, explanation.advice].filter(Boolean).join(' ')}\n`;
	});
	return lines.join('');
}

test.each(fixtures)('$name is explained in both languages', async (fixture) => {
	const whole = `${fixture.main}=== fr\n${formatProblems(fixture, 'fr')}=== en\n${formatProblems(fixture, 'en')}`;
	await expect(whole).toMatchFileSnapshot(join('..', '..', '..', fixture.path));
});

test('nothing wrong is passed over in silence', () => {
	const silent = fixtures.filter((fixture) => LANGUAGES.some((language) => formatProblems(fixture, language) === ''));
	expect(silent.map(({ name }) => name)).toEqual([]);
});

test('each habit has a wrong program, and each sentence is for a student without packages', () => {
	const all = fixtures.map(({ text }) => text).join('\n');
	expect(
		Object.keys(englishHabitTexts).filter((habit) => !new RegExp(String.raw`^\d+ ${habit}: `, 'm').test(all))
	).toEqual([]);
	expect(all).not.toMatch(/npm|save-dev|tsconfig|\b(?:vous|votre|vos)\b/i);
	expect(all).not.toMatch(/^\d+ .*\{\d\}/m);
});

test('the folded message below a sentence names no package, and says no *vous*', () => {
	for (const language of LANGUAGES) {
		const folded = [...problems[language].values()].flat().map(({ originalMessage }) => originalMessage ?? '');
		expect(folded.filter((own) => /npm|\b(?:vous|votre|vos)\b/i.test(own))).toEqual([]);
	}
});

test.each([
	['document is not defined', 'noPage'],
	["'localStorage' is not defined", 'noStorage'],
	['print is not defined', 'foreignWord'],
	['minuttes is not defined', 'ranUnknown']
])('a name that only the running program looks for has the same sentence: %s', async (message, mistake) => {
	expect((await createExplainer('fr')).thrown('ReferenceError', message)?.mistake).toBe(mistake);
});

/** Programs without mistakes: those that challenges give, and their solutions. */
const right = readdirSync('challenges', { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.flatMap(({ name }) => {
		const texts = readdirSync(join('challenges', name), { recursive: true, encoding: 'utf8' });
		return texts.filter((path) => path.endsWith('.ts')).map((path) => join('challenges', name, path));
	});

test('says nothing of right programs that TypeScript takes', async () => {
	const explainer = await createExplainer('en');
	for (const path of right) expect([path, explainer.file(readFileSync(path, 'utf8'), [], {})]).toEqual([path, []]);
});
