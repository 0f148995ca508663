import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript-localized';
import french from 'typescript-localized/lib/fr/diagnosticMessages.generated.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { englishHabitTexts } from '../explanations/habits/texts.en.ts';
import {
	createExplainer,
	describeFileContext,
	mapExportsToModules,
	type FileProblem,
	type Language,
	type ProgramKind
} from '../explanations/index.ts';
import { TYPESCRIPT_OPTIONS, findFileProblems } from './file-problems.ts';
import { declareGlobalNames } from './declarations/program-declarations.ts';

const FIXTURES_FOLDER = join('tests', 'fixtures', 'beginners');
const LISTED_PROBLEM_COUNT = 3;
const LANGUAGES = ['fr', 'en'] as const;

const listProgramFileNames = (folder: string) => readdirSync(folder).filter((name) => /\.(?:ts|txt)$/.test(name));
const readTextFile = (...path: string[]) => readFileSync(join(...path), 'utf8');

/** Names of the places: a challenge, or a kind of project. Each place has one file with all its wrong programs. */
const placeNames = readdirSync(FIXTURES_FOLDER).map((file) => file.replace(/\.txt$/, ''));
const fixtures = placeNames.flatMap((place) => {
	const [, ...programs] = readTextFile(FIXTURES_FOLDER, `${place}.txt`).split(/^##### /m);
	return programs.map((program) => {
		const title = program.slice(0, program.indexOf('\n'));
		const text = program.slice(title.length + 1);
		return { name: `${place}/${title}`, title, place, text, main: text.split(/^=== \w+\n/m)[0] ?? '' };
	});
});
type Fixture = (typeof fixtures)[number];

const PROJECT_KINDS = ['sketch', 'page', 'p5'] as const;
const findProgramKind = (place: string): ProgramKind => PROJECT_KINDS.find((kind) => kind === place) ?? 'challenge';

/** Returns the files that a program of this folder can import: those of its challenge, and none for sketches and pages. */
function findImportableFiles(place: string, language: Language): Record<string, string> {
	if (findProgramKind(place) !== 'challenge') return {};
	const readFolder = (folder: string, pathPrefix: string) =>
		listProgramFileNames(join('challenges', place, folder)).map((name) => [
			`${pathPrefix}${name}`,
			readTextFile('challenges', place, folder, name)
		]);
	return Object.fromEntries([...readFolder(`start/${language}`, './'), ...readFolder('data', './data/')]) as Record<
		string,
		string
	>;
}

/**
 * Number of programs that share one language service, because creating one is slow. Not more, because a service suggests similar
 * names for only ten errors.
 */
const PROGRAMS_PER_SERVICE = 12;
const documentRegistries = { fr: ts.createDocumentRegistry(), en: ts.createDocumentRegistry() };

/** Makes a language service for some programs, each a file beside those of its challenge. */
function createTestService(programs: Fixture[], language: Language): ts.LanguageService {
	const localizedTypeScript = ts as unknown as { setLocalizedDiagnosticMessages(messages: object | undefined): void };
	localizedTypeScript.setLocalizedDiagnosticMessages(language === 'fr' ? french : undefined);
	const importableEntries = placeNames.flatMap((place) =>
		Object.entries(findImportableFiles(place, language)).map(([path, text]) => [join('/', place, path), text])
	);
	const drawDeclarations = readTextFile('sandbox', 'run', 'draw', `draw.${language}.d.ts`);
	const isSketch = programs.some(({ place }) => place === 'sketch');
	const files = Object.fromEntries([
		...importableEntries,
		...(isSketch ? [['/draw-names.d.ts', declareGlobalNames(drawDeclarations)]] : []),
		...programs.map(({ name, main }) => [`/${name}.ts`, main]),
		['/program.d.ts', readTextFile('src', 'lib', 'editor', 'declarations', `program.${language}.d.ts.txt`)],
		['/declarations/braise-draw.d.ts', drawDeclarations]
	]) as Record<string, string>;
	const readFileText = (path: string) => files[path] ?? ts.sys.readFile(path);
	return ts.createLanguageService(
		{
			getCompilationSettings: () => ({ ...TYPESCRIPT_OPTIONS, lib: ['lib.es2022.d.ts'], types: [] }),
			getScriptFileNames: () => Object.keys(files),
			getScriptVersion: () => '1',
			getScriptSnapshot: (path) => {
				const text = readFileText(path);
				return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
			},
			getCurrentDirectory: () => '/',
			getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
			fileExists: (path) => path in files || ts.sys.fileExists(path),
			readFile: readFileText
		},
		documentRegistries[language]
	);
}

/** Groups the programs of a place for one service each. Places are kept apart, because sketches have names that other programs lack. */
function groupProgramsByService(place: string): Fixture[][] {
	const programs = fixtures.filter((fixture) => fixture.place === place);
	return Array.from({ length: Math.ceil(programs.length / PROGRAMS_PER_SERVICE) }, (_, nth) =>
		programs.slice(nth * PROGRAMS_PER_SERVICE, (nth + 1) * PROGRAMS_PER_SERVICE)
	);
}

/** Explains the problems of every program in one language. */
async function explainAllPrograms(language: Language): Promise<Map<Fixture, FileProblem[]>> {
	const explainer = await createExplainer(language);
	const declaredImports = mapExportsToModules({
		draw: readTextFile('sandbox', 'run', 'draw', `draw.${language}.d.ts`)
	});
	const problemsByProgram = new Map<Fixture, FileProblem[]>();
	for (const programs of placeNames.flatMap(groupProgramsByService)) {
		const service = createTestService(programs, language);
		for (const program of programs) {
			const file = `/${program.name}.ts`;
			const diagnostics = {
				syntactic: service.getSyntacticDiagnostics(file),
				semantic: service.getSemanticDiagnostics(file)
			};
			const fileContext = describeFileContext(
				findProgramKind(program.place),
				findImportableFiles(program.place, language),
				declaredImports
			);
			problemsByProgram.set(program, findFileProblems(program.main, diagnostics, explainer, fileContext));
		}
		service.dispose();
	}
	return problemsByProgram;
}

const problemsByLanguage = { fr: await explainAllPrograms('fr'), en: await explainAllPrograms('en') };

/** Returns the explanations as the list below the code shows them: line, rule and words. */
function formatProblems(fixture: Fixture, language: Language): string {
	const lines = (problemsByLanguage[language].get(fixture) ?? [])
		.slice(0, LISTED_PROBLEM_COUNT)
		.map(({ explanation, start }) => {
			const line = fixture.main.slice(0, start).split('\n').length;
			return `${line} ${explanation.mistake}: ${[explanation.meaning, explanation.advice].filter(Boolean).join(' ')}\n`;
		});
	return lines.join('');
}

test.each(placeNames)('the wrong programs of %s are explained in both languages', async (place) => {
	const snapshotText = fixtures
		.filter((fixture) => fixture.place === place)
		.map((fixture) => {
			const explanations = LANGUAGES.map((language) => `=== ${language}\n${formatProblems(fixture, language)}`);
			return `##### ${fixture.title}\n${fixture.main}${explanations.join('')}`;
		});
	await expect(snapshotText.join('')).toMatchFileSnapshot(join('..', '..', '..', FIXTURES_FOLDER, `${place}.txt`));
});

test('every wrong program gets an explanation in both languages', () => {
	const unexplainedFixtures = fixtures.filter((fixture) =>
		LANGUAGES.some((language) => formatProblems(fixture, language) === '')
	);
	expect(unexplainedFixtures.map(({ name }) => name)).toEqual([]);
});

test('each habit has a wrong program, and no explanation mentions packages or addresses students formally', () => {
	const allTexts = fixtures.map(({ text }) => text).join('\n');
	expect(
		Object.keys(englishHabitTexts).filter((habit) => !new RegExp(String.raw`^\d+ ${habit}: `, 'm').test(allTexts))
	).toEqual([]);
	expect(allTexts).not.toMatch(/npm|save-dev|tsconfig|\b(?:vous|votre|vos)\b/i);
	expect(allTexts).not.toMatch(/^\d+ .*\{\d\}/m);
});

test('TypeScript’s own message below an explanation names no package and does not address students formally', () => {
	for (const language of LANGUAGES) {
		const originalMessages = [...problemsByLanguage[language].values()]
			.flat()
			.map(({ originalMessage }) => originalMessage ?? '');
		expect(originalMessages.filter((own) => /npm|\b(?:vous|votre|vos)\b|\p{L}ez\b/iu.test(own))).toEqual([]);
	}
});

test.each([
	['document is not defined', 'noPage'],
	['p5 is not defined', 'noP5'],
	["'localStorage' is not defined", 'noStorage'],
	['print is not defined', 'foreignWord'],
	['len is not defined', 'foreignWord'],
	['sum is not defined', 'foreignWord'],
	["'range' is not defined", 'foreignWord'],
	['max is not defined', 'mathName'],
	['round is not defined', 'mathName'],
	['sqrt is not defined', 'mathName'],
	['pi is not defined', 'mathName'],
	['inf is not defined', 'mathName'],
	['minuttes is not defined', 'ranUnknown']
])('the thrown error "%s" is explained as the mistake %s', async (message, mistake) => {
	expect((await createExplainer('fr')).explainThrownError('ReferenceError', message, 'challenge')?.mistake).toBe(
		mistake
	);
});

test.each([
	['loadSound is not defined', 'page', 'noPageSound'],
	['loadSound is not defined', 'p5', 'noPageSound'],
	['loadSound is not defined', 'sketch', 'noSound'],
	['createButton is not defined', 'p5', 'ranUnknown'],
	['require is not defined', 'page', 'noRequire'],
	['p5 is not defined', 'page', 'ranUnknown'],
	['p5 is not defined', 'sketch', 'p5InSketch']
] as const)(
	'the explanation of an undefined name depends on the kind of program: %s, %s',
	async (message, kind, mistake) => {
		expect((await createExplainer('fr')).explainThrownError('ReferenceError', message, kind)?.mistake).toBe(mistake);
	}
);

/** Programs without mistakes: those that challenges give, and their solutions. */
const correctProgramPaths = readdirSync('challenges', { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.flatMap(({ name }) => {
		const filePaths = readdirSync(join('challenges', name), { recursive: true, encoding: 'utf8' });
		return filePaths.filter((path) => path.endsWith('.ts')).map((path) => join('challenges', name, path));
	});

/** Correct programs that are not formatted. */
const UNFORMATTED_PROGRAMS = [
	'createCanvas(400,400);\nconst most=Math.max(0,10)+random(0,10);\nif(most>Math.min(1,5))circle(10,20,30);',
	'const spot={x:1,y:2};\ntriangle(\n\t0,0,\n\t-10,20,\n\t+10,20);\nfor(let i=0,n=10;i<n;i++)text(`${i},5`,-1,2);',
	'const high=[1,2,3].filter(v=>v>1);\nif(high.some(v=>v>2)&&high.every((v)=>v<9))high.map(v => v*2);\nwhile(!high.find((v) => v >= 3)){}',
	'const isLong=minutes=>minutes>30;\nfunction twice(by:(n:number)=>number){return (n:number)=>by(by(n));}\nfor(;high.some(v=>v>2);)high.pop();',
	'let x=-1;\nx=-2;\nx=x-1;\nlet total =+1;\nconst price = +text;\ntotal=+text;',
	"let match;\nwhile((match=pattern.exec(text))!==null)list.push(match);\nif((match=find('a')) && x)list.pop();\nif(a||b)c=3||d;",
	'const sum = [\n\ta + b\n];\nconst other = [1, 2]\n\t.map((n) => {\n\t\tcount++\n\t\treturn n * 2\n\t})\nfunction last() {\n\ta()\n\t\t.then((b) =>\n\t\tb * 2)\n}',
	'function price(a, b) {\n\tif (\n\t\ta + b > 3 &&\n\t\ta - b > 2\n\t) return a\n\treturn (a - 1) * 2\n}\nconst poem = `\nun, 3,5 et le reste\nx + 1\n`;',
	'class Ball {\n\tasync *steps() {\n\t\tyield 1\n\t}\n\tmove(x: number) {\n\t\tthis.x = x\n\t}\n}\nfunction preload(){}'
];

test('correct programs get no explanation, whether formatted or not', async () => {
	const explainer = await createExplainer('en');
	for (const kind of ['challenge', 'sketch', 'page'] as const)
		for (const program of UNFORMATTED_PROGRAMS)
			expect([program, explainer.explainFile(program, [], describeFileContext(kind))]).toEqual([program, []]);
	for (const path of correctProgramPaths)
		expect([path, explainer.explainFile(readFileSync(path, 'utf8'), [], describeFileContext('challenge'))]).toEqual([
			path,
			[]
		]);
});
