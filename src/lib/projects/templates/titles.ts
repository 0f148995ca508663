import { m } from '#lib/paraglide/messages.js';
import type { ProjectTemplate } from '#lib/domain/ready-made.ts';

export const TEMPLATE_TITLES: Record<ProjectTemplate, typeof m.template_round> = {
	round: m.template_round,
	embers: m.template_embers,
	canteen: m.template_canteen,
	platforms: m.template_platforms,
	tournament: m.template_tournament,
	clock: m.template_clock,
	counter: m.template_counter,
	tiles: m.template_tiles,
	poster: m.template_poster,
	rhythm: m.template_rhythm,
	form: m.template_form,
	quiz: m.template_quiz
};
