/** An author's folder → a challenge version. The only place where the two parts, public and private, stand side by side. */
import { basename } from 'node:path';
import type { Files } from '../../../../sandbox/index.ts';
import {
	CHALLENGE_FORMAT,
	LANGUAGES,
	type Challenge,
	type ChallengeText,
	type Language,
	type Step
} from '../../domain/challenge.ts';
import { compileProblems, startBundle, type Opened } from './bundle.ts';
import { compareTexts } from './compare.ts';
import { filesUnder, hashOf, readFolder } from './folder.ts';
import { MANIFEST, readManifest, type Manifest, type ManifestStep } from './manifest.ts';
import type { Section } from './outline.ts';
import { ContentError, type ContentProblem } from './problem.ts';
import { checksFile, requireFiles, requireTexts } from './require.ts';
import { readText, textFile } from './text.ts';

/** What a browser never gets: the judge and the author's own checks read it. */
export interface PrivatePart {
	solution: Files;
	/** `checks/<step>.ts`, held back. */
	checks: Files;
	/** By name: programs that are wrong in one way, and that some check must catch. */
	mutants: Record<string, Files>;
}

export interface Packed {
	challenge: Challenge;
	private: PrivatePart;
}

/** Throws a ContentError that holds every problem found. */
export async function packChallenge(folder: string): Promise<Packed> {
	const files = readFolder(folder);
	const name = basename(folder);
	const read = readManifest(files[MANIFEST] ?? '');
	const { manifest } = read;
	if (!manifest) throw new ContentError(name, read.problems);
	const problems: ContentProblem[] = [...read.problems];
	if (manifest.id !== name) {
		problems.push({ file: MANIFEST, line: read.lineOf(['id']), message: `the folder is called "${name}"` });
	}
	const texts = readTexts(manifest, files, problems);
	const start = byLanguage(manifest, (language) => startFiles(manifest, files, language));
	const opens = byLanguage(manifest, (language) => openedFiles(manifest, files, language, start[language]));
	for (const language of manifest.languages) {
		const own = (step: string) => stepFiles(files, language, step);
		problems.push(...requireFiles({ ...read, manifest }, files, start[language], own));
	}
	const surroundings = Object.fromEntries(
		Object.entries(files).filter(([path]) => /^(scene\.ts$|scene\/|data\/|checks\/)/.test(path))
	);
	for (const language of manifest.languages) {
		const opened: Opened[] = [{ files: start[language], language }];
		for (const [step, files] of Object.entries(opens[language])) opened.push({ files, language, step });
		for (const each of opened) problems.push(...(await compileProblems(each, surroundings, files)));
	}
	if (problems.length > 0) throw new ContentError(name, unique(problems));
	return {
		challenge: {
			format: CHALLENGE_FORMAT,
			id: manifest.id,
			version: manifest.version,
			hash: hashOf(files),
			trade: manifest.trade,
			piste: manifest.piste,
			place: manifest.place,
			partner: manifest.partner,
			minutes: manifest.minutes,
			licence: manifest.licence,
			dataOrigin: manifest['data-origin'],
			languages: manifest.languages,
			steps: manifest.steps.map((step) => stepOf(step, texts[manifest.languages[0] ?? 'fr'])),
			decision: manifest.decision,
			start,
			opens,
			readOnly: manifest['read-only'],
			surroundings,
			text: texts,
			startBundle: {
				fr: await startBundle({ files: start.fr, language: 'fr' }, surroundings),
				en: await startBundle({ files: start.en, language: 'en' }, surroundings)
			}
		},
		private: privatePart(files)
	};
}

/** A challenge in one language shows that one everywhere; `languages` says which it is. */
function byLanguage<Value>(manifest: Manifest, of: (language: Language) => Value): Record<Language, Value> {
	const only = manifest.languages[0] ?? 'fr';
	const values = LANGUAGES.map(
		(language) => [language, manifest.languages.includes(language) ? language : only] as const
	);
	const [fr, en] = values.map(([, language]) => of(language)) as [Value, Value];
	return { fr, en };
}

function readTexts(manifest: Manifest, files: Files, problems: ContentProblem[]): Record<Language, ChallengeText> {
	const roots: { file: string; root: Section }[] = [];
	for (const language of manifest.languages) {
		const file = textFile(language);
		const { text, root, problems: found } = readText(language, files[file] ?? '');
		problems.push(...found, ...requireTexts(manifest, text, file, files));
		roots.push({ file, root });
	}
	const [first, ...others] = roots;
	for (const other of others) if (first) problems.push(...compareTexts(first.root, other.root, other.file));
	return byLanguage(manifest, (language) => readText(language, files[textFile(language)] ?? '').text);
}

/** Files common to both languages, and over them those of one; without the folders that a step opens. */
function startFiles(manifest: Manifest, files: Files, language: Language): Files {
	const opening = manifest.steps.filter((step) => step.opens !== 'never').map((step) => `${step.id}/`);
	const all = { ...filesUnder(files, 'start/common/'), ...filesUnder(files, `start/${language}/`) };
	return Object.fromEntries(Object.entries(all).filter(([path]) => !opening.some((folder) => path.startsWith(folder))));
}

function stepFiles(files: Files, language: Language, step: string): Files {
	return { ...filesUnder(files, `start/common/${step}/`), ...filesUnder(files, `start/${language}/${step}/`) };
}

function openedFiles(manifest: Manifest, files: Files, language: Language, start: Files): Record<string, Files> {
	const opening = manifest.steps.filter((step) => step.opens !== 'never');
	return Object.fromEntries(opening.map(({ id }) => [id, { ...start, ...stepFiles(files, language, id) }]));
}

function stepOf(step: ManifestStep, text: ChallengeText): Step {
	const { opens, situation = step.id } = step;
	const base = { id: step.id, situation, opens: opens === 'never' ? (false as const) : opens };
	const checked = { checks: checksFile(step), hints: text.steps[step.id]?.hints.length ?? 0 };
	switch (step.kind) {
		case 'discover':
		case 'decide':
		case 'show':
			return { ...base, kind: step.kind };
		case 'predict':
			return { ...base, kind: step.kind, call: step.call, answers: step.answers };
		case 'tune':
			return { ...base, kind: step.kind, values: step.values, ...checked };
		case 'arrange':
			return {
				...base,
				kind: step.kind,
				file: step.file,
				name: step.name,
				lines: step.lines,
				wrong: step.wrong,
				...checked
			};
		case 'build':
		case 'stretch':
			return { ...base, kind: step.kind, ...checked };
	}
}

function privatePart(files: Files): PrivatePart {
	const mutants: Record<string, Files> = {};
	for (const [path, text] of Object.entries(filesUnder(files, 'private/mutants/'))) {
		const [name = '', ...rest] = path.split('/');
		mutants[name] = { ...mutants[name], [rest.join('/')]: text };
	}
	const checks = Object.entries(filesUnder(files, 'private/checks/')).map(([path, text]) => [`checks/${path}`, text]);
	return { solution: filesUnder(files, 'private/solution/'), checks: Object.fromEntries(checks), mutants };
}

/** Both languages share files, so a problem can be found twice. */
function unique(problems: ContentProblem[]): ContentProblem[] {
	const seen = new Set<string>();
	return problems.filter((problem) => {
		const key = JSON.stringify(problem);
		return !seen.has(key) && seen.add(key);
	});
}
