/** A challenge's text for its teacher; it tells the answers, so students must never get it. */

/** A lesson in a French lycée, in minutes. The plan's parts add up to it. */
export const LESSON_MINUTES = 55;

/** `together`: the class talks and nobody types. `working`: everyone is at their screen. */
export const LESSON_MODES = ['together', 'working'] as const;
type LessonMode = (typeof LESSON_MODES)[number];

/** A criterion and its levels, from the lowest; the ids are in challenge.yaml. */
export interface RubricIds {
	id: string;
	levels: string[];
}

/** In one language. Bodies are sanitised HTML, the rest is plain text. */
export interface TeacherText {
	/** HTML: the aims of the lesson. */
	purpose: string;
	plan: { id: string; minutes: number; mode: LessonMode; title: string; body: string }[];
	mistakes: { id: string; title: string; body: string }[];
	debate: { id: string; question: string }[];
	/** The default rubric; teachers may change it. */
	rubric: { id: string; title: string; levels: { id: string; text: string }[] }[];
}
