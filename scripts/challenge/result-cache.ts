import {
	accessSync,
	constants,
	existsSync,
	readdirSync,
	readFileSync,
	mkdirSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { homedir } from 'node:os';
import { join, dirname } from 'node:path';
import { createHash, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type ResultCache, runCached } from '#sandbox/result-cache.ts';
import {
	LOST_TASK_OUTCOME,
	type ExampleOutcome,
	type Judge,
	type SceneCallResult,
	type Verdict
} from '#sandbox/judge/index.ts';
import type { Problem } from '#sandbox/report.ts';

/** Fraction of a check's time limit: a longer time may come from a busy machine, so its verdict is not kept. */
const SLOW_CHECK_LIMIT_FRACTION = 1 / 50;
/** Milliseconds below which a verdict is kept in any case, however low the check's limit is. */
const LEAST_SLOWNESS_LIMIT_MILLISECONDS = 20;

/** Keeps no verdict that depends on time, memory or a lost process, because another attempt may differ. */
export function createCachingJudge(judge: Judge): Judge {
	return {
		...judge,
		judge: (input) => runCached('judge', input, () => judge.judge(input), isCacheableVerdict),
		callFunction: (input) =>
			runCached(
				'call',
				input,
				() => judge.callFunction(input),
				(returned) =>
					returned !== LOST_TASK_OUTCOME && (returned.kind !== 'problem' || isCacheableProblem(returned.problem))
			),
		tryExamples: (input) => runCached('examples', input, () => judge.tryExamples(input), areCacheableOutcomes),
		callScene: (input) => runCached('scene', input, () => judge.callScene(input), areCacheableResults)
	};
}

export function isCacheableVerdict({ report, limits }: Verdict): boolean {
	if (report.load !== undefined && !isCacheableProblem(report.load)) return false;
	const slowMilliseconds = Math.max(LEAST_SLOWNESS_LIMIT_MILLISECONDS, limits.time * SLOW_CHECK_LIMIT_FRACTION);
	return report.results.every(
		({ problem, duration }) => duration <= slowMilliseconds && (problem === undefined || isCacheableProblem(problem))
	);
}

function areCacheableResults(callResults: SceneCallResult[] | typeof LOST_TASK_OUTCOME): boolean {
	return (
		callResults !== LOST_TASK_OUTCOME &&
		callResults.every((one) => one.kind === 'value' || isCacheableProblem(one.problem))
	);
}

function areCacheableOutcomes(outcomes: ExampleOutcome[] | typeof LOST_TASK_OUTCOME): boolean {
	return (
		outcomes !== LOST_TASK_OUTCOME &&
		outcomes.every((one) => one.kind !== 'untried' && (one.kind !== 'problem' || isCacheableProblem(one.problem)))
	);
}

function isCacheableProblem({ kind }: Problem): boolean {
	return kind === 'assertion' || kind === 'thrown';
}

const CACHE_BYTE_LIMITS = { before: 120_000_000, after: 80_000_000 };

export class StoredResults implements ResultCache {
	readonly #folder: string;
	readonly #engine: string;

	/** `engine` is a hash of everything that results depend on besides their input. */
	constructor(folder: string, engine: string) {
		this.#folder = folder;
		this.#engine = engine;
	}

	/** Returns a kept result; undefined when it is absent, cut short or changed. */
	read(what: string, input: unknown): unknown {
		const file = this.#fileOf(what, input);
		try {
			const text = readFileSync(file, 'utf8');
			const digest = text.slice(0, HASH_CHARACTER_COUNT);
			const resultText = text.slice(HASH_CHARACTER_COUNT);
			if (digest !== hashText(resultText)) return undefined;
			const now = new Date();
			utimesSync(file, now, now);
			return JSON.parse(resultText) as unknown;
		} catch {
			return undefined;
		}
	}

	/** Renames a complete file, so that nobody reads half a result. Does nothing when no file can be written. */
	write(what: string, input: unknown, result: unknown): void {
		const file = this.#fileOf(what, input);
		const temporaryFile = `${file}.${randomUUID()}`;
		try {
			const resultText = JSON.stringify(result);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(temporaryFile, hashText(resultText) + resultText);
			renameSync(temporaryFile, file);
		} catch {
			rmSync(temporaryFile, { force: true });
		}
	}

	removeUnusedResults({ before, after } = CACHE_BYTE_LIMITS): void {
		const resultFiles = this.#listResultFiles();
		let totalBytes = resultFiles.reduce((sum, { size }) => sum + size, 0);
		if (totalBytes <= before) return;
		for (const { file, size } of resultFiles.sort((one, other) => one.used - other.used)) {
			if (totalBytes <= after) return;
			rmSync(file, { force: true });
			totalBytes -= size;
		}
	}

	#listResultFiles(): { file: string; size: number; used: number }[] {
		try {
			return readdirSync(this.#folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
				const file = join(this.#folder, path);
				const fileStatus = statSync(file, { throwIfNoEntry: false });
				return fileStatus?.isFile() ? [{ file, size: fileStatus.size, used: fileStatus.mtimeMs }] : [];
			});
		} catch {
			return [];
		}
	}

	#fileOf(what: string, input: unknown): string {
		const key = hashText(JSON.stringify([this.#engine, what, input]));
		return join(this.#folder, key.slice(0, 2), key);
	}
}

const HASH_CHARACTER_COUNT = 64;

function hashText(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

const REPOSITORY_FOLDER = fileURLToPath(new URL('../..', import.meta.url));
/** Folders of all code that the command may import (scripts/lint/import-rules.js), and of the declarations that it reads. */
const SOURCE_FOLDERS = ['scripts', 'sandbox', 'src/lib/domain', 'src/lib/server', 'src/lib/editor/declarations'];
const INSTALLATION_FILES = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json', 'tsconfig.json'];

export function hashEngineSources(root = REPOSITORY_FOLDER): string {
	const hash = createHash('sha256');
	hash.update([process.version, process.platform, process.arch].join());
	for (const path of [...SOURCE_FOLDERS.flatMap((folder) => filesIn(root, folder)), ...INSTALLATION_FILES]) {
		const file = join(root, path);
		const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
		hash.update(`${Buffer.byteLength(path)}:${path}${bytes.length}:`).update(bytes);
	}
	return hash.digest('hex');
}

function filesIn(root: string, folder: string): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true })
		.flatMap((entry) => {
			const path = `${folder}/${entry.name}`;
			return entry.isDirectory() ? filesIn(root, path) : [path];
		})
		.sort();
}

export function openResultCache(): StoredResults {
	return new StoredResults(chooseCacheFolder(), hashEngineSources());
}

function chooseCacheFolder(): string {
	const packagesFolder = join(REPOSITORY_FOLDER, 'node_modules');
	if (isWritable(packagesFolder)) return join(packagesFolder, '.cache', 'braise-challenge');
	return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'braise-challenge');
}

function isWritable(folder: string): boolean {
	try {
		accessSync(folder, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}
