/** The programs that the lab edits: a small one with 20 checks, and the solution of each challenge. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from '#sandbox/contract.ts';
import { readChallenge, type PackedChallenge } from '#lib/server/content/pack.ts';
import { checksOfFinishedProgram, makeSolutionProgram } from '../../../scripts/challenge/programs.ts';
import type { LabProgram } from './protocol.ts';

const CHECKS_FILE = 'checks/bench.ts';
const PLAIN_SCENE_CHECK_COUNT = 20;
const CHALLENGE_IDS = ['horodateur', 'tournee', 'news2', 'nutri-score', 'cameras-du-bourg'] as const;
type ChallengeId = (typeof CHALLENGE_IDS)[number];
/** `plain` is as large as a first sketch (five files, under 300 lines). The others are the scenes of challenges. */
export type BenchScene = 'plain' | ChallengeId;
export const BENCH_SCENES: readonly BenchScene[] = ['plain', ...CHALLENGE_IDS];

const CHALLENGES_FOLDER = fileURLToPath(new URL('../../../challenges/', import.meta.url));
const readHorodateurFile = (path: string) => readFileSync(join(CHALLENGES_FOLDER, 'horodateur', path), 'utf8');

/** Returns the program with a number that each edit changes, so that no two bundles are equal. */
const addEditionNumber = (main: string) => `export const edition = 1000;\n\n${main}`;

function writeChecksFile(): string {
	const checkTexts = Array.from({ length: PLAIN_SCENE_CHECK_COUNT }, (_, at) => {
		const minutes = at * 7;
		const cents = minutes <= 20 ? 0 : Math.ceil(minutes / 30) * 50;
		return `test('after ${minutes} minutes', () => {\n\texpect(price(${minutes})).toBe(${cents});\n\texpect(price(${minutes}) % 50).toBe(0);\n});`;
	});
	return [`import { expect, test } from 'vitest';`, `import { price } from './main';`, ...checkTexts].join('\n\n');
}

const plainSceneCode = `import { background, circle, fill, fit, rect, textSize, text } from 'braise/draw';
import { edition, price } from './main';
import { tonight } from './data/tickets';

interface State { steps: number }

export function init(): State {
	return { steps: 0 };
}
export function step(state: State): State {
	return { steps: state.steps + 1 };
}
export function draw(state: State): void {
	fit(320, 200);
	background('#f4efe6');
	for (let minute = 0; minute < 60; minute++) {
		fill(minute <= 20 ? '#2f6f4e' : '#c2410c');
		rect(10 + minute * 5, 180 - price(minute), 4, price(minute));
	}
	fill('#222222');
	circle(160 + 100 * Math.cos(state.steps / 30), 60 + (edition % 10), 20);
	textSize(12);
	text(String(tonight + edition), 10, 20);
}
`;

/** Renames variables called `exports`, which sucrase leaves as they are: they would hide the module's own `exports`. */
const renameExportsVariables = (files: Files): Files =>
	Object.fromEntries(
		Object.entries(files).map(([path, text]) => [path, text.replace(/\bexports\b/g, 'programExports')])
	);

async function readPackedChallenge(id: string): Promise<PackedChallenge> {
	const { packed: packedChallenge } = await readChallenge(join(CHALLENGES_FOLDER, id));
	if (packedChallenge === undefined) throw new Error(`The challenge ${id} cannot be read.`);
	return packedChallenge;
}

function createSolutionProgram(packedChallenge: PackedChallenge, checks: string[], situation: string): LabProgram {
	const { challenge } = packedChallenge;
	const { files } = makeSolutionProgram(packedChallenge, 'fr');
	return {
		sources: {
			files: {
				...renameExportsVariables(challenge.surroundings),
				...files,
				'main.ts': addEditionNumber(files['main.ts'] ?? '')
			},
			program: 'main.ts',
			scene: 'scene.ts',
			checks
		},
		labels: challenge.text.fr.labels,
		situation
	};
}

/** Returns a challenge's solution in its last build step, with its checks and scene. */
async function createChallengeProgram(id: ChallengeId): Promise<LabProgram> {
	const packedChallenge = await readPackedChallenge(id);
	const checks = checksOfFinishedProgram(packedChallenge.challenge).slice(-1);
	const step = packedChallenge.challenge.steps.find((step) => 'checks' in step && checks.includes(step.checks));
	return createSolutionProgram(packedChallenge, checks, step?.situation ?? '');
}

/** Returns all inputs with which a challenge's scene plays its solution: each situation, and each option of the decision. */
export async function listPlayedScenePrograms(id: string): Promise<LabProgram[]> {
	const packedChallenge = await readPackedChallenge(id);
	const { steps, decision } = packedChallenge.challenge;
	const situations = [...new Set(steps.filter(({ kind }) => kind !== 'decide').map(({ situation }) => situation))];
	const decideSituation = steps.find(({ kind }) => kind === 'decide')?.situation ?? '';
	return [
		...situations.map((situation) => createSolutionProgram(packedChallenge, [], situation)),
		...decision.options.map((option) => ({ ...createSolutionProgram(packedChallenge, [], decideSituation), option }))
	];
}

function createPlainProgram(): LabProgram {
	const files: Files = {
		'main.ts': addEditionNumber(readHorodateurFile('private/solution/main.ts')),
		'given.ts': readHorodateurFile('start/fr/given.ts'),
		'data/tickets.ts': readHorodateurFile('data/tickets.ts'),
		[CHECKS_FILE]: writeChecksFile(),
		'scene.ts': plainSceneCode
	};
	return {
		sources: { files, program: 'main.ts', scene: 'scene.ts', checks: [CHECKS_FILE] },
		labels: {},
		situation: 'discover'
	};
}

export async function createLabProgram(scene: BenchScene): Promise<LabProgram> {
	return scene === 'plain' ? createPlainProgram() : createChallengeProgram(scene);
}
