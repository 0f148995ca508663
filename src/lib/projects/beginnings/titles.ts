import { m } from '#lib/paraglide/messages.js';
import type { ProjectBeginning } from '#lib/domain/ready-made.ts';

export const BEGINNING_TITLES: Record<ProjectBeginning, typeof m.beginning_round> = {
	round: m.beginning_round,
	embers: m.beginning_embers,
	canteen: m.beginning_canteen,
	platforms: m.beginning_platforms,
	tournament: m.beginning_tournament,
	clock: m.beginning_clock,
	counter: m.beginning_counter,
	tiles: m.beginning_tiles,
	poster: m.beginning_poster,
	rhythm: m.beginning_rhythm,
	form: m.beginning_form,
	quiz: m.beginning_quiz
};
