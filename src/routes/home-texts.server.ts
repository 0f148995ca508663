/** Texts of the home page that never change while it is shown, which the server sends in one language. */
import type { Person } from '#lib/domain/access.ts';
import { m } from '#lib/paraglide/messages.js';

/** Returns the texts for `person`; visitors are addressed as students. */
export function homeTextsFor(person: Person | null) {
	const isAdult = person !== null && person.role !== 'student';
	return {
		headline: isAdult ? m.home_headline_adult() : m.home_headline(),
		lead: isAdult ? m.home_lead_adult() : m.home_lead(),
		moments: [
			{ title: m.home_see_title(), text: isAdult ? m.home_see_text_adult() : m.home_see_text() },
			{ title: m.home_make_title(), text: isAdult ? m.home_make_text_adult() : m.home_make_text() },
			{ title: m.home_decide_title(), text: isAdult ? m.home_decide_text_adult() : m.home_decide_text() }
		]
	};
}
