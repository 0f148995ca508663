export interface StudioClass {
	id: string;
	name: string;
	/** The last assigned version of each of the teacher's own challenges that the class was given. */
	given: { assignment: string; challenge: string; version: string }[];
}
