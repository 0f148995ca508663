/** Implements `npm run bench`: measures the product, mostly in a real Chromium. Fails only when it cannot measure. */
import type { Browser, Page } from 'playwright';
import { formatAims } from './aim.ts';
import { allAimsOf } from './aims.ts';
import { readBenchSizes } from './amounts.ts';
import { measureHandInRush } from './hand-in-rush.ts';
import { catalogueAims, formatCatalogueFigures, measureCatalogue } from './catalogue.ts';
import { handInRushAims, formatHandInRushFigures } from './hand-in-rush.ts';
import { measureBoard } from './board.ts';
import { boardAims, formatBoardFigures } from './board.ts';
import { openBrowser } from './browser.ts';
import { classroomAims, formatClassroomFigures, measureClassroom, type ClassroomFigures } from './classroom.ts';
import { measureEdits } from './edit.ts';
import { measureBrowserEndurance } from './endurance.ts';
import { measureBarePage } from './bare-page.ts';
import { framesAims, formatFrameFigures, measureFrames } from './frames.ts';
import type { AllBenchFigures, BenchFigures } from './figures.ts';
import { measureHostilePrograms } from './hostile.ts';
import { hostileProgramAims, formatHostileFigures } from './hostile.ts';
import { serveLab } from './lab/serve.ts';
import type { BenchScene } from './lab/sources.ts';
import { measureJudge } from './judge.ts';
import { judgeAims, formatJudgeFigures } from './judge.ts';
import { classJoinAims, formatClassJoinFigures, measureJoins } from './joins.ts';
import { measureEndlessLoops } from './loops.ts';
import { measureProjects, projectAims, formatProjectFigures } from './projects.ts';
import { measureRebuilds } from './rebuild.ts';
import { measureSaves } from './saves.ts';
import {
	commandOptions,
	describeBenchMachine,
	printFigures,
	readProcessorLoad,
	runBenchPart,
	runBenchPartInBrowser
} from './run-part.ts';
import { savesAims, formatSaveFigures } from './saves.ts';
import { startServer, type ServedApp } from './server.ts';
import { measureStrangers, strangerAims, formatStrangerFigures } from './strangers.ts';
import { measureStarts } from './starts.ts';
import { measureWaterfall } from './waterfall.ts';
import { formatWaterfall } from './waterfall/format.ts';
import { measureWall, wallAims, formatWallFigures } from './wall.ts';
import { formatMachineLine, formatFiguresTable } from './table.ts';

/**
 * `--json` prints for machines. `--quick` and `--full` measure less and more. One part alone: `--judge` the judge; `--saves` a
 * school that saves (`--two`: against two processes); `--joins` a class that joins; `--strangers` pages while a hundred connections
 * guess words; `--bell` a class that hands in at once; `--hostile` programs that break a compiler; `--board` a school with its
 * boards; `--frames` the frames of all scenes; `--wall` a class wall that scrolls; `--projects` pictures of
 * one's own projects; `--waterfall` the files and threads of one start; `--catalogue` the catalogue with 200 published challenges; `--class` the classroom,
 * which otherwise only `--full` measures, because it takes a quarter of an hour.
 */
const benchSizes = readBenchSizes(commandOptions);
const isTinyRun = commandOptions.includes('--tiny');
/** Arguments that are names of challenges, for `--frames`. */
const challengeIds = commandOptions.filter((option) => !option.startsWith('-'));
/** First port that is tried. The measured product takes a free port and the next one. */
const FIRST_BENCH_PORT = Number(process.env['BRAISE_BENCH_PORT'] ?? 42_600);
const printProgress = (text: string) => void process.stderr.write(`${text}\n`);

async function runInLab<Value>(browser: Browser, address: string, act: (page: Page) => Promise<Value>): Promise<Value> {
	const page = await browser.newPage();
	try {
		await page.goto(address);
		return await act(page);
	} finally {
		await page.close();
	}
}

/** Starts the product and a browser, and passes both to `act`. */
async function withServedApp<Value>(act: (server: ServedApp, browser: Browser) => Promise<Value>) {
	const loadBefore = readProcessorLoad();
	printProgress('Building what is measured…');
	const server = await startServer(FIRST_BENCH_PORT);
	if (!isTinyRun) await server.judgeReady;
	const browser = await openBrowser();
	try {
		const figures = await act(server, browser);
		return { machine: describeBenchMachine(loadBefore, `Chromium ${browser.version()}`), figures };
	} finally {
		await browser.close();
		await server.close();
	}
}

function measureServedClassroom(server: ServedApp, browser: Browser): Promise<ClassroomFigures> {
	return measureClassroom(browser, server.port, benchSizes.classroom, printProgress);
}

async function measureServedApp(server: ServedApp, browser: Browser): Promise<AllBenchFigures> {
	const lab = await serveLab();
	const measureSceneEdits = async (scene: BenchScene) =>
		runInLab(browser, lab.address, async (page) => {
			printProgress(`Edits and rebuilds, ${scene} scene…`);
			const edit = await measureEdits(page, scene, benchSizes.edits);
			return { edit, rebuild: await measureRebuilds(page, scene, benchSizes.rebuilds) };
		});
	try {
		const editFigures: Partial<BenchFigures['edit']> = {};
		const rebuildFigures: Partial<BenchFigures['rebuild']> = {};
		for (const scene of benchSizes.scenes)
			({ edit: editFigures[scene], rebuild: rebuildFigures[scene] } = await measureSceneEdits(scene));
		printProgress('Endless loops…');
		const loops = await runInLab(browser, lab.address, (page) => measureEndlessLoops(page, benchSizes.loops));
		printProgress('Cold and warm starts…');
		const starts = await measureStarts(server.port, benchSizes.visits, benchSizes.profiles);
		printProgress('The same starts with CodeMirror and sucrase…');
		const barePage = await measureBarePage(benchSizes.visits);
		printProgress(`${benchSizes.endurance.edits} edits and runs…`);
		const endurance = await measureBrowserEndurance(browser, server.port, benchSizes.endurance);
		printProgress('Judgements…');
		const judge = await measureJudge(benchSizes.judgements);
		const figures: BenchFigures = {
			edit: editFigures,
			rebuild: rebuildFigures,
			loops,
			starts,
			barePage,
			endurance,
			judge
		};
		return commandOptions.includes('--full')
			? { ...figures, ...(await measureServedClassroom(server, browser)) }
			: figures;
	} finally {
		await lab.close();
	}
}

async function runClassroomPart(): Promise<void> {
	const { machine, figures } = await withServedApp(measureServedClassroom);
	const aims = classroomAims(figures);
	const formatTable = () =>
		[formatMachineLine(machine), ...formatClassroomFigures(figures), '', ...formatAims(aims)].join('\n');
	printFigures(machine, figures, aims, formatTable);
}

async function runEverything(): Promise<void> {
	const { machine, figures } = await withServedApp(measureServedApp);
	const aims = allAimsOf(figures);
	printFigures(machine, figures, aims, () => formatFiguresTable(machine, figures, aims));
}

const RUN_PART_BY_OPTION: Record<string, () => Promise<void>> = {
	'--judge': () =>
		runBenchPart({
			name: 'judge',
			measure: () => measureJudge(benchSizes.judgements),
			aims: judgeAims,
			lines: formatJudgeFigures
		}),
	'--saves': () =>
		runBenchPart({
			name: 'saves',
			measure: () =>
				measureSaves(FIRST_BENCH_PORT, benchSizes.saves, commandOptions.includes('--two') ? 2 : 1, printProgress),
			aims: savesAims,
			lines: formatSaveFigures
		}),
	'--board': () =>
		runBenchPart({
			name: 'board',
			measure: () => measureBoard(FIRST_BENCH_PORT, benchSizes.board, printProgress),
			aims: boardAims,
			lines: formatBoardFigures
		}),
	'--joins': () =>
		runBenchPart({
			name: 'joins',
			measure: () => measureJoins(FIRST_BENCH_PORT, printProgress),
			aims: classJoinAims,
			lines: formatClassJoinFigures
		}),
	'--strangers': () =>
		runBenchPart({
			name: 'strangers',
			measure: () => measureStrangers(FIRST_BENCH_PORT, printProgress),
			aims: strangerAims,
			lines: formatStrangerFigures
		}),
	'--bell': () =>
		runBenchPart({
			name: 'bell',
			measure: () => measureHandInRush(FIRST_BENCH_PORT, benchSizes.handInRush, printProgress),
			aims: handInRushAims,
			lines: formatHandInRushFigures
		}),
	'--hostile': () =>
		runBenchPart({
			name: 'hostile',
			measure: () => measureHostilePrograms(FIRST_BENCH_PORT, benchSizes.hostile, printProgress),
			aims: hostileProgramAims,
			lines: formatHostileFigures
		}),
	'--catalogue': () =>
		runBenchPart({
			name: 'catalogue',
			measure: () => measureCatalogue(FIRST_BENCH_PORT, benchSizes.catalogue, printProgress),
			aims: catalogueAims,
			lines: formatCatalogueFigures
		}),
	'--frames': () =>
		runBenchPartInBrowser((browser) => ({
			name: 'frames',
			measure: () => measureFrames(browser, benchSizes.frames, challengeIds),
			aims: framesAims,
			lines: formatFrameFigures
		})),
	'--wall': () =>
		runBenchPartInBrowser((browser) => ({
			name: 'wall',
			measure: () => measureWall(browser, FIRST_BENCH_PORT, benchSizes.wall, printProgress),
			aims: wallAims,
			lines: formatWallFigures
		})),
	'--waterfall': () =>
		runBenchPartInBrowser((browser) => ({
			name: 'waterfall',
			measure: () => measureWaterfall(browser, FIRST_BENCH_PORT, isTinyRun),
			aims: () => [],
			lines: formatWaterfall
		})),
	'--projects': () =>
		runBenchPartInBrowser((browser) => ({
			name: 'projects',
			measure: () => measureProjects(browser, FIRST_BENCH_PORT, benchSizes.projects, printProgress),
			aims: projectAims,
			lines: formatProjectFigures
		})),
	'--class': runClassroomPart
};

const chosenPartOption = Object.keys(RUN_PART_BY_OPTION).find((option) => commandOptions.includes(option));
await (RUN_PART_BY_OPTION[chosenPartOption ?? ''] ?? runEverything)();
