import { aimAtMost, type Aim } from '../aim.ts';
import type { SavesFigures } from '../saves.ts';

export function savesAims(figures: SavesFigures): Aim[] {
	return Object.entries(figures).flatMap(([engine, { saves, errors }]) => [
		aimAtMost(`a save on ${engine}, p95, ms`, 150, saves.p95),
		aimAtMost(`saves on ${engine} that failed`, 0, errors)
	]);
}

export function formatSaveFigures(figures: SavesFigures): string[] {
	return Object.entries(figures).map(
		([engine, { saves, bare, statement, perSecond, errors }]) =>
			`${engine.padEnd(12)} a save ${saves.p50} / ${saves.p95} ms (${saves.runs}, ${perSecond} in a second, ${errors} failed) · ` +
			`a bare answer ${bare.p50} / ${bare.p95} · the statement alone ${statement.p50} / ${statement.p95}`
	);
}
