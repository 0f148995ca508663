/** Measures how soon a student's own project shows its picture: `npm run bench -- --projects`. */
import type { Browser } from 'playwright';
import { aimAtMost, type Aim } from './aim.ts';
import { measureProjectEdits, type ProjectEditFigures } from './projects/edits.ts';
import { measureFirstPicture, type FirstPictureFigures } from './projects/first-picture.ts';
import { startServer } from './server.ts';

export interface ProjectsBenchSize {
	visits: number;
	edits: number;
}

export interface ProjectFigures {
	/** Figures of new projects in a new browser, on a processor that is slowed 4 times. */
	sketch: FirstPictureFigures;
	p5: FirstPictureFigures;
	edits: ProjectEditFigures;
}

export async function measureProjects(
	browser: Browser,
	firstPort: number,
	{ visits, edits }: ProjectsBenchSize,
	say: (text: string) => void
): Promise<ProjectFigures> {
	const server = await startServer(firstPort);
	try {
		say('New projects with a new browser…');
		const sketch = await measureFirstPicture(server.port, 'sketch', visits);
		const p5 = await measureFirstPicture(server.port, 'p5', visits);
		say(`${edits} edits in each place…`);
		return { sketch, p5, edits: await measureProjectEdits(browser, server.port, edits) };
	} finally {
		await server.close();
	}
}

export function projectAims({ sketch, p5, edits }: ProjectFigures): Aim[] {
	return [
		aimAtMost('new sketch, cold, 4x slower: first key → picture, ms', 2000, sketch.picture),
		aimAtMost('new p5 project, cold, 4x slower: first key → picture, ms', 4000, p5.picture),
		aimAtMost('edit → picture in a p5 project, p50, times a bare page', 1.5, edits.p5.p50 / edits.bare.p50),
		aimAtMost('edit → picture in a sketch, p50, times a bare page with p5', 0.3, edits.sketch.p50 / edits.bare.p50)
	];
}

export function formatProjectFigures({ sketch, p5, edits }: ProjectFigures): string[] {
	const formatFirstPicture = ({ editable, picture }: FirstPictureFigures) =>
		`editable after ${editable} ms, picture ${picture} ms after`;
	const formatEditSpread = (name: keyof ProjectEditFigures) => `${name} ${edits[name].p50} / ${edits[name].p95}`;
	return [
		`new sketch: ${formatFirstPicture(sketch)} the first key · new p5 project: ${formatFirstPicture(p5)} the first key`,
		`edit → picture, p50 / p95 ms: ${formatEditSpread('sketch')} · ${formatEditSpread('p5')} · ${formatEditSpread('bare')} (${edits.bare.runs} edits)`
	];
}
