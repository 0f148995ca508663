/** Implements `npm run soak`, the tests at full size for over an hour; `-- <words>` selects parts by their names. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from './build.ts';
import { ensureChromium } from './test/browsers.ts';
import { readPlaywrightCounts, readVitestCounts, type TestCounts } from './test/counts.ts';
import { findFreePort } from './test/free-port.ts';
import { PLAYWRIGHT_COLOUR_ENVIRONMENT, runProcess } from './test/run-process.ts';

interface SoakPart {
	name: string;
	specs: string[];
	database?: 'postgres';
	/** True for a part that runs with one worker, because it measures time or opens ten browsers by itself. */
	runsAlone?: boolean;
}

const UNIT_PART_NAME = 'The server on both databases, the judge, and what an author is told';
const UNIT_TEST_FOLDERS = ['src/lib/server', 'sandbox/judge', 'sandbox/compile', 'scripts/judge', 'scripts/challenge'];
const DATA_LOSS_SPECS = [
	'e2e/offline',
	'e2e/work',
	'e2e/two-places',
	'e2e/troubles',
	'e2e/shared-machine',
	'e2e/app-update'
];
const LESSON_SPECS = [
	'e2e/contributor-answer',
	'e2e/lesson',
	'e2e/older-data',
	'e2e/assignments',
	'e2e/board',
	'e2e/catch',
	'e2e/check',
	'e2e/class',
	'e2e/contribution',
	'e2e/exercise',
	'e2e/pair',
	'e2e/publication',
	'e2e/hand-in',
	'e2e/feedback',
	'e2e/review',
	'e2e/debate',
	'e2e/export-class',
	'e2e/incomplete-page',
	'e2e/small-screen',
	'e2e/budgets',
	'e2e/photo',
	'e2e/mail',
	'attacks/access',
	'attacks/credentials',
	'attacks/fuzz',
	'attacks/review',
	'attacks/sign-in'
];
const SOAK_PARTS: SoakPart[] = [
	{
		name: 'Lessons, by mouse and keyboard',
		specs: [
			'e2e/solve',
			'e2e/keyboard-place',
			'e2e/early-scene',
			'e2e/stage-dials',
			'e2e/aria',
			'e2e/announcements',
			'e2e/axe',
			'e2e/progress',
			'e2e/reading',
			'editor/editor'
		]
	},
	{
		name: 'Own projects, and what gets out',
		specs: [
			'e2e/sketch',
			'e2e/touch',
			'e2e/make-sketch',
			'e2e/files',
			'e2e/kit',
			'e2e/project',
			'e2e/ready-map',
			'e2e/portfolio',
			'e2e/share',
			'e2e/link',
			'e2e/remix',
			'e2e/lan',
			'storage/tabs',
			'attacks/attacks'
		]
	},
	{ name: 'Each exercise in a browser and in the judge', specs: ['sandbox/judge'] },
	{
		name: 'Programs that misbehave on the stage',
		specs: [
			'sandbox/run',
			'sandbox/trouble',
			'sandbox/page',
			'sandbox/shells',
			'sandbox/p5',
			'sandbox/check',
			'sandbox/sound',
			'attacks/keyboard',
			'attacks/store',
			'e2e/loops',
			'e2e/screen-flicker'
		]
	},
	{ name: 'Commands, with every part of the bench', specs: ['commands/'], runsAlone: true },
	{ name: 'A long lesson', specs: ['e2e/endurance'], runsAlone: true },
	{ name: 'Kills, on both databases', specs: ['kills/'], runsAlone: true },
	{ name: 'Without a network, and with a bad one', specs: DATA_LOSS_SPECS },
	{ name: 'The same, on PostgreSQL with two processes', specs: DATA_LOSS_SPECS, database: 'postgres' },
	{ name: 'The parts of a lesson, and what nobody means to send', specs: LESSON_SPECS },
	{
		name: 'A class on PostgreSQL',
		specs: ['e2e/accounts', 'e2e/class', 'e2e/board', 'e2e/debate', 'e2e/pair', 'e2e/share', 'e2e/link', 'e2e/remix'],
		database: 'postgres'
	},
	{
		name: 'From a problem to its answer, on PostgreSQL',
		specs: ['e2e/contribution', 'e2e/exercise', 'e2e/publication', 'e2e/contributor-answer'],
		database: 'postgres'
	}
];

const wantedPartWords = process.argv.slice(2).map((word) => word.toLowerCase());
if (![UNIT_PART_NAME, ...SOAK_PARTS.map(({ name }) => name)].some(isPartSelected))
	throw new Error(`No part is named ${wantedPartWords.join(', ')}.`);

const reportFolder = await mkdtemp(join(tmpdir(), 'braise-soak-'));
const totalCounts: TestCounts = { passed: 0, failed: 0 };
const startedAt = Date.now();

async function runSoakPart({ name, specs, database, runsAlone = false }: SoakPart, partNumber: number): Promise<void> {
	const reportPath = join(reportFolder, `${partNumber}.json`);
	const env = {
		...PLAYWRIGHT_COLOUR_ENVIRONMENT,
		BRAISE_SOAK: 'yes',
		BRAISE_TEST_REPORT: reportPath,
		BRAISE_TEST_PORT: String(await findFreePort(21_300)),
		BRAISE_TEST_DATABASE: database ?? '',
		BRAISE_TEST_DATA: join(reportFolder, 'data', String(partNumber))
	};
	const cliArguments = [
		'node_modules/@playwright/test/cli.js',
		'test',
		'--project=chromium',
		...(runsAlone ? ['--workers=1'] : [])
	];
	const paths = specs.map((path) => `tests/${path}`);
	addCounts(
		name,
		await readPlaywrightCounts(reportPath, await runProcess(process.execPath, [...cliArguments, ...paths], { env }))
	);
}

async function runUnitTests(): Promise<void> {
	const reportPath = join(reportFolder, 'units.json');
	const cliArguments = ['node_modules/vitest/vitest.mjs', 'run', ...UNIT_TEST_FOLDERS];
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
	const exitCode = await runProcess(process.execPath, [...cliArguments, ...reporters], { env: { BRAISE_SOAK: 'yes' } });
	addCounts(UNIT_PART_NAME, await readVitestCounts(reportPath, exitCode));
}

function isPartSelected(name: string): boolean {
	return wantedPartWords.length === 0 || wantedPartWords.some((word) => name.toLowerCase().includes(word));
}

function addCounts(name: string, { passed, failed }: TestCounts): void {
	totalCounts.passed += passed;
	totalCounts.failed += failed;
	console.log(`[${Math.round((Date.now() - startedAt) / 60_000)} min] ${name}: ${passed} passed, ${failed} failed`);
}

try {
	process.env['CHROMIUM_PATH'] = await ensureChromium();
	if ((await buildApp()) !== 0) throw new Error('The build failed.');
	if (isPartSelected(UNIT_PART_NAME)) await runUnitTests();
	for (const [nth, part] of SOAK_PARTS.entries()) if (isPartSelected(part.name)) await runSoakPart(part, nth);
} catch (error) {
	totalCounts.failed += 1;
	console.log(error instanceof Error ? error.message : String(error));
} finally {
	await rm(reportFolder, { recursive: true, force: true });
}
console.log(`${totalCounts.passed} passed, ${totalCounts.failed} failed`);
process.exitCode = totalCounts.failed > 0 ? 1 : 0;
