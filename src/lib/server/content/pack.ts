import { basename, resolve } from 'node:path';
import type { Files } from '#sandbox/contract.ts';
import { buildKitFilesFor } from '#sandbox/kit-file.ts';
import { hashOfFiles } from '#sandbox/judge/hash.ts';
import type { Disclosure } from '#sandbox/judge/index.ts';
import { CHALLENGE_FORMAT, type Challenge, type ChallengeText, type TeacherText } from '#lib/domain/challenge.ts';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';
import type { ProgrammeId } from '#lib/domain/programme.ts';
import { findCompileProblems, compileStartBundle, type OpenedProgram } from './bundle.ts';
import { packCatchStepPart, findCatchStepProblems, type CatchStepPart } from './pack-catch-step.ts';
import { challengeStepOf, pickOpenedFilesByStep, pickStartFiles, pickStepFiles } from './challenge-step.ts';
import { makeForManifestLanguages, readTeacherTexts, readChallengeTexts } from './each-language.ts';
import { isTablePath, readTables } from './data-tables.ts';
import { readExampleFiles, findCheckTitleProblems, checkTitlesInLanguage, type ParsedExamples } from './examples.ts';
import { pickFilesUnder, findFolderProblems, readChallengeFolder } from './read-folder.ts';
import { mapKitLinesToScene, generateScene, withDecisionLabels } from './made-scene.ts';
import {
	CHALLENGE_MANIFEST_FILE,
	readChallengeManifest,
	type BetterFigureDirections,
	type Manifest,
	type ParsedManifest
} from './manifest.ts';
import { typesetText } from './markdown.ts';
import { mendExerciseTypography } from './mend-typography.ts';
import { readMutants, SOLUTION_FOLDER, type MutantChange } from './mutants.ts';
import type { OutlineSection } from './outline.ts';
import { ContentError, withoutRepeatedProblems, type ContentPlace, type ContentProblem } from './content-problem.ts';
import { findManifestTextMismatches, findMissingFileProblems } from './missing-parts.ts';
import { readChallengeText, challengeTextPath, type ParsedChallengeText } from './challenge-text.ts';

/** The private part of a version: for the judge, the author's checks and the teacher's page. It must never reach a student's browser. */
export interface PrivatePart {
	solution: Files;
	checks: Files;
	/** By step: what students learn of its held-back checks. Without an entry: the first case that failed. */
	disclose: Record<string, Disclosure>;
	/** Wrong programs by name. Some check must catch each of them. */
	mutants: Record<string, Files>;
	catch?: CatchStepPart | undefined;
	teacher: Record<Language, TeacherText>;
	programme: ProgrammeId[];
}

export interface PackedChallenge {
	challenge: Challenge;
	privatePart: PrivatePart;
	/** By figure. Only the command that examines the decision reads this; students weigh the figures themselves. */
	betterDirections: BetterFigureDirections;
	/** Number of sources that nobody has compared with the text that they cite. */
	uncomparedSourceCount: number;
	/** Whether this is an exercise: it has no decision, and need not have mutants, held-back checks or a lesson plan. */
	isExercise: boolean;
}

export interface ParsedChallenge {
	name: string;
	files: Files;
	problems: ContentProblem[];
	lineOf: ParsedManifest['lineOf'];
	outlines: Partial<Record<Language, OutlineSection>>;
	changes: Record<string, MutantChange>;
	/** By path of a generated file, for each of its lines: the place where the author wrote it. */
	lineOrigins: ParsedExamples['lineOrigins'];
	scenePlace?: ContentPlace;
	onlyExamples: ParsedExamples['onlyExamples'];
	titles: ParsedExamples['titles'];
	/** Absent when the folder or challenge.yaml cannot be read. With problems, it only serves to find more of them. */
	packed?: PackedChallenge;
}

export async function packChallenge(folder: string): Promise<PackedChallenge> {
	const { name, problems, packed } = await readChallenge(folder);
	if (problems.length > 0 || packed === undefined) throw new ContentError(name, problems);
	return packed;
}

export async function readChallenge(folder: string): Promise<ParsedChallenge> {
	const name = basename(resolve(folder));
	const { files, problems } = readChallengeFolder(folder);
	return problems.length === 0
		? readChallengeFiles(name, files)
		: { ...UNREADABLE_FOLDER_FIELDS, name, files, problems };
}

const UNREADABLE_FOLDER_FIELDS = {
	lineOf: () => 1,
	outlines: {},
	changes: {},
	lineOrigins: {},
	onlyExamples: [],
	titles: []
};

/** Reads a challenge from its files, which need not come from a disk; `name` is the name of the folder. */
export async function readChallengeFiles(name: string, files: Files): Promise<ParsedChallenge> {
	const faults = findFolderProblems(files);
	if (faults.length > 0) return { ...UNREADABLE_FOLDER_FIELDS, name, files, problems: faults };
	const { manifest, problems, lineOf } = readChallengeManifest(
		files[CHALLENGE_MANIFEST_FILE],
		files[`${SOLUTION_FOLDER}main.ts`]
	);
	if (manifest && manifest.id !== name) {
		problems.push({ file: CHALLENGE_MANIFEST_FILE, line: lineOf(['id']), message: `the folder is called "${name}"` });
	}
	// When challenge.yaml cannot be read, the languages are those of the text files.
	const languages =
		manifest?.languages ?? LANGUAGES.filter((language) => files[challengeTextPath(language)] !== undefined);
	const isExercise = manifest?.exercise ?? false;
	const { outlines, read: readTexts, problems: textProblems } = readChallengeTexts(languages, files, { isExercise });
	const { mutants, changes, problems: mutantProblems } = readMutants(files);
	const examples = readExampleFiles(files, files[`${SOLUTION_FOLDER}main.ts`]);
	const { lineOrigins, onlyExamples, titles, cases } = examples;
	problems.push(...textProblems, ...mutantProblems, ...examples.problems);
	const contents = { name, files, problems, lineOf, outlines, changes, lineOrigins, onlyExamples, titles };
	if (manifest === undefined) return { ...contents, problems: withoutRepeatedProblems(problems) };
	const solution = files[`${SOLUTION_FOLDER}main.ts`] ?? '';
	problems.push(
		...findCheckTitleProblems(examples, manifest),
		...findCatchStepProblems({ manifest, lineOf }, solution, changes)
	);
	const tables = readTables({ manifest, lineOf }, files);
	const scene = generateScene({ manifest, lineOf }, files, readTexts);
	problems.push(...tables.problems, ...scene.problems);
	const isSceneFile = ([path]: [string, string]) => path === 'scene.ts' || path.startsWith('scene/');
	const kit = await buildKitFilesFor(
		Object.fromEntries(Object.entries({ ...files, ...scene.files }).filter(isSceneFile))
	);
	const all = {
		...contents,
		lineOrigins: {
			...lineOrigins,
			...tables.lineOrigins,
			...scene.lineOrigins,
			...mapKitLinesToScene(kit, scene.place)
		},
		...(scene.place && { scenePlace: scene.place })
	};
	const packedChallenge = await packChallengeFiles(
		manifest,
		{
			...all,
			files: { ...leaveOutTableFiles(examples.files), ...tables.files, ...scene.files },
			kit,
			// The hash covers the whole package, the private part too.
			hash: hashOfFiles({ ...files, ...tables.files, ...scene.files, ...kit }),
			mutants,
			cases
		},
		readTexts
	);
	return { ...all, problems: withoutRepeatedProblems(problems), packed: packedChallenge };
}

/** Leaves CSV files out: programs import the modules that were made from them. */
const leaveOutTableFiles = (files: Files): Files =>
	Object.fromEntries(Object.entries(files).filter(([path]) => !isTablePath(path)));

interface PackInput
	extends
		Pick<ParsedChallenge, 'problems' | 'lineOf' | 'lineOrigins' | 'onlyExamples' | 'titles' | 'changes'>,
		Pick<ParsedExamples, 'cases'>,
		Pick<PrivatePart, 'mutants'> {
	files: Files;
	/** The kit's source where the scene imports the kit, else no file. */
	kit: Files;
	hash: string;
}

async function packChallengeFiles(
	manifest: Manifest,
	{ files, kit, hash, problems, lineOf, lineOrigins, onlyExamples, titles, changes, cases, mutants }: PackInput,
	readTexts: Partial<Record<Language, ParsedChallengeText>>
): Promise<PackedChallenge> {
	const completeTextOf = (language: Language) => {
		const { text, root } = readTexts[language] ?? readChallengeText(language, '');
		const titled = addCheckTitles(text, checkTitlesInLanguage(titles, language, manifest), language, manifest);
		return { root, text: manifest.scene ? withDecisionLabels(titled) : titled };
	};
	for (const language of manifest.languages) {
		if (readTexts[language])
			problems.push(
				...findManifestTextMismatches(manifest, completeTextOf(language), challengeTextPath(language), files)
			);
	}
	const teacher = readTeacherTexts(manifest, files);
	problems.push(...teacher.problems);
	const texts = makeForManifestLanguages(manifest, (language) => completeTextOf(language).text);
	const start = makeForManifestLanguages(manifest, (language) => pickStartFiles(manifest, files, language));
	const opens = makeForManifestLanguages(manifest, (language) =>
		pickOpenedFilesByStep(manifest, files, language, start[language])
	);
	const around = Object.entries(files).filter(([path]) => /^(scene\.ts$|scene\/|data\/|checks\/)/.test(path));
	const surroundings = { ...Object.fromEntries(around), ...kit };
	const first = manifest.languages[0] ?? 'fr';
	const solution = pickFilesUnder(files, SOLUTION_FOLDER);
	const catching = await packCatchStepPart({ manifest, solution, start: start[first], changes, cases });
	const toCompile = Object.fromEntries(Object.entries(surroundings).filter(([path]) => !onlyExamples.includes(path)));
	for (const language of manifest.languages) {
		const stepFilesOf = (step: string) => pickStepFiles(files, language, step);
		problems.push(...findMissingFileProblems({ manifest, lineOf }, files, start[language], stepFilesOf));
		const openedPrograms: OpenedProgram[] = [{ files: start[language], language }];
		for (const [step, files] of Object.entries(opens[language])) openedPrograms.push({ files, language, step });
		for (const each of openedPrograms.filter(({ files }) => files['main.ts'] !== undefined))
			problems.push(...(await findCompileProblems(each, toCompile, files, lineOrigins)));
	}
	return {
		challenge: {
			format: CHALLENGE_FORMAT,
			id: manifest.id,
			version: manifest.version,
			hash,
			trade: manifest.trade,
			piste: manifest.piste,
			place: manifest.place,
			partner: manifest.partner,
			minutes: manifest.minutes,
			programme: manifest.programme,
			...(manifest.limits && { limits: manifest.limits }),
			...(manifest.ask && { ask: manifest.ask }),
			licence: manifest.licence,
			languages: manifest.languages,
			steps: manifest.steps.map((step) => challengeStepOf(step, texts[first], solution['main.ts'] ?? '')),
			decision: { options: manifest.decision.options, another: manifest.decision.another },
			start,
			opens,
			readOnly: manifest['read-only'],
			surroundings,
			text: texts,
			startBundle: {
				fr: await compileStartBundle({ files: start.fr, language: 'fr' }, surroundings),
				en: await compileStartBundle({ files: start.en, language: 'en' }, surroundings)
			}
		},
		privatePart: {
			solution,
			checks: pickHeldBackChecks(files),
			mutants,
			...(catching && { catch: catching }),
			disclose: manifest.disclose,
			teacher: teacher.texts,
			programme: manifest.programme
		},
		betterDirections: manifest.decision.better,
		uncomparedSourceCount: manifest.sources.filter(({ checked }) => checked === null).length,
		isExercise: manifest.exercise
	};
}

function addCheckTitles(
	text: ChallengeText,
	titles: ReturnType<typeof checkTitlesInLanguage>,
	language: Language,
	{ exercise }: Pick<Manifest, 'exercise'>
): ChallengeText {
	const mendTitle = (title: string) => (exercise ? mendExerciseTypography(title, language) : title);
	const typesetTitles = (by: Record<string, string>) =>
		Object.fromEntries(Object.entries(by).map(([id, title]) => [id, typesetText(mendTitle(title), language)]));
	return {
		...text,
		checks: { ...text.checks, ...typesetTitles(titles.checks) },
		held: { ...text.held, ...typesetTitles(titles.held) }
	};
}

function pickHeldBackChecks(files: Files): Files {
	const privateFiles = Object.entries(pickFilesUnder(files, 'private/checks/'));
	return Object.fromEntries(privateFiles.map(([path, text]) => [`checks/${path}`, text]));
}
