/** A challenge's text for teachers; it tells the answers, so students must never get it. */

/** Minutes of a lesson in a French lycée; the parts of a lesson plan add up to them. */
export const LESSON_MINUTES = 55;

/** How a class works in a part of the plan. `together`: the class talks and nobody types. `working`: everyone is at their screen. */
export const LESSON_MODES = ['together', 'working'] as const;
type LessonMode = (typeof LESSON_MODES)[number];

/** A criterion and its levels, from the lowest; the ids are in challenge.yaml. */
export interface RubricCriterionIds {
	id: string;
	levels: string[];
}

/** The teacher's text in one language. Bodies are sanitised HTML, other fields plain text. */
export interface TeacherText {
	/** The aims of the lesson, as HTML. */
	purpose: string;
	plan: { id: string; minutes: number; mode: LessonMode; title: string; body: string }[];
	mistakes: { id: string; title: string; body: string }[];
	debate: { id: string; question: string }[];
	/** The default rubric; teachers may change it. */
	rubric: { id: string; title: string; levels: { id: string; text: string }[] }[];
}
