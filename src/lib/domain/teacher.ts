/** What a challenge says to its teacher. It belongs to the private part: students never get it, for it tells the answers. */

/** Of a lesson in a French lycée. The plan's moments add up to it. */
export const LESSON_MINUTES = 55;

/** `together`: the class talks and nobody types. `working`: everyone is at their screen. */
export const MODES = ['together', 'working'] as const;
export type Mode = (typeof MODES)[number];

/** A criterion and its levels, from the lowest: the ids are in challenge.yaml. */
export interface RubricIds {
	id: string;
	levels: string[];
}

/** In one language. Bodies are sanitised HTML, the rest is plain. */
export interface TeacherText {
	/** HTML: what the lesson is for, in a few sentences. */
	purpose: string;
	plan: { id: string; minutes: number; mode: Mode; title: string; body: string }[];
	/** What students will get wrong, and what to answer. */
	mistakes: { id: string; title: string; body: string }[];
	debate: { id: string; question: string }[];
	/** The default: a teacher may change it. */
	rubric: { id: string; title: string; levels: { id: string; text: string }[] }[];
}
